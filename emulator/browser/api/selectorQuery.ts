import { abilities } from '../builtin/abilities';
import type { GlassElement, Instance, Values } from '../runtime/engine';
import type { Router } from '../runtime/router';

interface Fields extends Values {
  node?: boolean;
  computedStyle?: string[];
}

type Answer = (result: unknown) => void;

/** The adapter's reference to selected nodes. */
interface EngineRef {
  fields(fields: Fields, answer?: Answer): EngineQuery;
  scrollOffset(answer?: Answer): EngineQuery;
  node?(answer?: Answer): EngineQuery;
}

/** The adapter's selector query. */
export interface EngineQuery {
  in(component: Instance): EngineQuery;
  select(selector: string): EngineRef;
  selectAll(selector: string): EngineRef;
  selectViewport(): EngineRef;
  /** Jobs waiting for exec(); the adapter keeps each answer callback here. */
  _$queue?: { cb: Answer }[];
}

/** Adds what the adapter's query lacks: `node`, `computedStyle`, and the page's own scroll offset. */
export function extendSelectorQuery(
  query: EngineQuery,
  owner: Instance,
  router: Router,
): EngineQuery {
  let scope = owner;
  const { in: within, select, selectAll, selectViewport } = bindAll(query);
  const found = (selector: string): GlassElement[] =>
    scope._$.getShadowRoot?.()?.querySelectorAll(selector) ?? [];
  return Object.assign(query, {
    in: (component: Instance) => {
      scope = component;
      within(component);
      return query;
    },
    select: (selector: string) => extendRef(select(selector), () => found(selector).slice(0, 1)),
    selectAll: (selector: string) => extendRef(selectAll(selector), () => found(selector)),
    selectViewport: () => {
      const ref = extendRef(selectViewport(), () => [scope._$]);
      ref.scrollOffset = (answer) =>
        answerWith(ref.fields({ id: true }, answer), () => pageOffset(router, scope));
      return ref;
    },
  });
}

function bindAll(
  query: EngineQuery,
): Pick<EngineQuery, 'in' | 'select' | 'selectAll' | 'selectViewport'> {
  return {
    in: query.in.bind(query),
    select: query.select.bind(query),
    selectAll: query.selectAll.bind(query),
    selectViewport: query.selectViewport.bind(query),
  };
}

function extendRef(ref: EngineRef, elements: () => GlassElement[]): EngineRef {
  const original = ref.fields.bind(ref);
  ref.fields = (fields, answer) => {
    const query = original(fields, answer);
    return answerWith(query, (result) => addExtras(result, elements(), fields));
  };
  ref.node = (answer) => ref.fields({ node: true }, answer);
  return ref;
}

/** Lets `complete` add to the result of the job just queued before anyone sees it. */
function answerWith(query: EngineQuery, complete: (result: unknown) => unknown): EngineQuery {
  const job = query._$queue?.at(-1);
  if (!job) return query;
  const { cb } = job;
  job.cb = (result) => {
    const extra = complete(result);
    if (result && extra) Object.assign(result, extra);
    cb(result);
  };
  return query;
}

function addExtras(result: unknown, elements: GlassElement[], fields: Fields): void {
  const results = Array.isArray(result) ? (result as Values[]) : [result as Values | null];
  results.forEach((one, index) => {
    const element = elements[index];
    if (one && element?.$$) Object.assign(one, extrasOf(element.$$, fields));
  });
}

function extrasOf(node: HTMLElement, { node: wantsNode, computedStyle = [] }: Fields): Values {
  const style = getComputedStyle(node) as unknown as Values;
  const styles = Object.fromEntries(computedStyle.map((name) => [name, style[name]]));
  return wantsNode ? { ...styles, node: abilities(node).canvas ?? node } : styles;
}

function pageOffset(router: Router, scope: Instance): Values {
  const { scroller } = router.pageOf(scope) ?? router.top;
  const { scrollTop, scrollLeft, scrollHeight, scrollWidth } = scroller;
  return { scrollTop, scrollLeft, scrollHeight, scrollWidth };
}
