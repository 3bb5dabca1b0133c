const REQUIRE = /(require\(\s*['"][^'"]+?)\.wxs(['"]\s*\))/g;
const BRAND_EXPORTS =
  ';for(var __name in module.exports)if(typeof module.exports[__name]==="function")module.exports[__name].__wxs=true;';

/**
 * Turns WXS into the JavaScript the browser runs. WXS differs in two ways: `require` keeps the
 * extension, and `x.constructor` is the name of a type. Exported functions are branded, so that the
 * event bridge can tell a WXS handler from a page method.
 */
export function wxsToScript(wxs: string): string {
  const script = wxs.replace(REQUIRE, '$1$2').replace(/\.constructor\b/g, '.__wxsTypeName');
  return script + BRAND_EXPORTS;
}

/** The modules a WXS text requires, as written but without extension. */
export function wxsRequires(script: string): string[] {
  const matches = script.matchAll(/require\(\s*['"]([^'"]+?)(?:\.wxs)?['"]\s*\)/g);
  return Array.from(matches, (match) => match[1] ?? '');
}
