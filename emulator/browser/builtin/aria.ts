const NAMES =
  'role label hidden disabled live labelledby describedby checked expanded selected pressed busy modal ' +
  'valuenow valuemin valuemax valuetext required readonly atomic haspopup current controls ' +
  'multiselectable orientation level posinset setsize';

/** The accessibility properties every built-in takes: `aria-label` arrives as `ariaLabel`. */
export const ARIA_PROPERTIES: readonly string[] = NAMES.split(' ').map(
  (name) => `aria${name.charAt(0).toUpperCase()}${name.slice(1)}`,
);

/** Writes an accessibility property to the DOM; an empty value removes it. */
export function setAria(host: HTMLElement, property: string, value: unknown): void {
  const name = property.slice('aria'.length).toLowerCase();
  const attribute = name === 'role' ? 'role' : `aria-${name}`;
  if (value === null || value === undefined || value === '') host.removeAttribute(attribute);
  else host.setAttribute(attribute, String(value));
}
