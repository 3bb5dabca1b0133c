/** Every built-in tag the host provides; WXML with any other tag that no component claims fails the build. */
export const BUILTIN_TAGS: readonly string[] = [
  'audio',
  'button',
  'canvas',
  'checkbox',
  'checkbox-group',
  'cover-image',
  'cover-view',
  'form',
  'icon',
  'image',
  'input',
  'label',
  'movable-area',
  'movable-view',
  'navigation-bar',
  'navigator',
  'page-container',
  'page-meta',
  'picker',
  'picker-view',
  'picker-view-column',
  'progress',
  'radio',
  'radio-group',
  'rich-text',
  'root-portal',
  'scroll-view',
  'slider',
  'swiper',
  'swiper-item',
  'switch',
  'text',
  'textarea',
  'video',
  'view',
  'web-view',
];

/** Tags of the template language itself. */
export const LANGUAGE_TAGS: readonly string[] = [
  'block',
  'import',
  'include',
  'slot',
  'template',
  'wxs',
];

/** Built-ins with a WXML shadow tree of their own; the others just show what they contain. */
export const BUILTIN_TEMPLATES: Readonly<Record<string, string>> = {
  swiper: '<h5-div class="swiper-track"><slot/></h5-div>',
  'picker-view': '<h5-div class="picker-view-columns"><slot/></h5-div>',
  'picker-view-column': '<h5-div class="picker-view-items"><slot/></h5-div>',
};

/** Code id of a built-in component, used by the compiled templates and by the runtime. */
export function builtinId(tag: string): string {
  return `__builtin/${tag}`;
}
