import { flag, type Builtin } from './builtin';

/** `<root-portal>`: lifts what it holds above the page, out of clipping parents. */
export const rootPortal: Builtin = {
  tag: 'root-portal',
  properties: { enable: flag(true) },
  create({ host, flag: read }) {
    let place: Comment | null = null;
    return {
      attached: () => {
        const page = host.closest('wx-page');
        if (!read('enable') || !page) return;
        place = document.createComment('root-portal');
        host.replaceWith(place);
        page.append(host);
      },
      detached: () => {
        place?.remove();
        host.remove();
      },
    };
  },
};
