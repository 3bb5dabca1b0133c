import type { Scene } from './scenes';

const FONT = `font-family:"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif`;

const frame = (
  scene: Scene,
  size: { width: number; height: number },
  inner: string,
) => `<!doctype html><meta charset="utf-8">
<style>*{margin:0;box-sizing:border-box}body{width:${size.width}px;height:${size.height}px;overflow:hidden;${FONT};color:${scene.ink};
background:radial-gradient(120% 140% at 85% 10%, ${scene.from}, ${scene.to});position:relative}</style>${inner}`;

/** A cover of 750 × 420. */
export const coverPage = (scene: Scene, { title, subtitle }: { title: string; subtitle: string }) =>
  frame(
    scene,
    { width: 750, height: 420 },
    `
<svg width="750" height="420" style="position:absolute;inset:0" viewBox="0 0 750 420">${scene.drawing}</svg>
<div style="position:absolute;left:44px;top:48px;width:350px;height:324px;display:flex;flex-direction:column">
<span style="align-self:flex-start;font-size:19px;padding:6px 14px;border-radius:999px;border:2px solid currentColor;opacity:.85">${scene.tag}</span>
<h1 style="font-size:44px;line-height:1.28;font-weight:800;margin-top:26px;text-wrap:balance">${title}</h1>
<p style="font-size:22px;line-height:1.5;margin-top:auto;opacity:.86;text-wrap:balance">${subtitle}</p></div>`,
  );

/** One slide of a video, 640 × 360: a heading, up to three points, and how far along the lesson is. */
export const slidePage = (
  scene: Scene,
  slide: {
    course: string;
    heading: string;
    points: readonly string[];
    step: number;
    steps: number;
  },
) =>
  frame(
    scene,
    { width: 640, height: 360 },
    `
<div style="position:absolute;inset:0;padding:40px 48px;display:flex;flex-direction:column">
<p style="font-size:16px;opacity:.75">${slide.course}</p>
<h1 style="font-size:36px;line-height:1.3;font-weight:800;margin-top:14px">${slide.heading}</h1>
<ul style="list-style:none;margin-top:26px;display:grid;gap:14px">${slide.points.map((point) => `<li style="font-size:22px;padding-left:22px;border-left:4px solid currentColor">${point}</li>`).join('')}</ul>
<div style="margin-top:auto;height:6px;border-radius:3px;background:#ffffff44"><div style="width:${(100 * slide.step) / slide.steps}%;height:6px;border-radius:3px;background:currentColor"></div></div></div>`,
  );

/** A printable page of A4. */
export const documentPage = ({
  title,
  sections,
}: {
  title: string;
  sections: readonly (readonly [string, readonly string[]])[];
}) => `<!doctype html><meta charset="utf-8">
<style>body{${FONT};color:#1f2937;padding:8mm}h1{font-size:28px;border-bottom:4px solid #2b6fe3;padding-bottom:10px}h2{font-size:19px;margin:26px 0 8px;color:#2b6fe3}li{font-size:15px;line-height:1.9}</style>
<h1>${title}</h1>${sections.map(([heading, items]) => `<h2>${heading}</h2><ol>${items.map((item) => `<li>${item}</li>`).join('')}</ol>`).join('')}`;
