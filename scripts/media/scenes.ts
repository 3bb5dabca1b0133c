/** A cover's colours and drawing; drawn on a canvas of 750 × 420, the left half is for words. */
export type Scene = {
  readonly from: string;
  readonly to: string;
  readonly ink: string;
  readonly tag: string;
  readonly drawing: string;
};

const window = (lines: string) => `
  <g transform="translate(400 92)">
    <rect width="300" height="220" rx="18" fill="#0f1b33" opacity=".92"/>
    <circle cx="26" cy="24" r="6" fill="#ff6b6b"/><circle cx="46" cy="24" r="6" fill="#ffd166"/><circle cx="66" cy="24" r="6" fill="#06d6a0"/>
    ${lines}
  </g>`;

type Bar = readonly [x: number, y: number, width: number, fill: string];

const bar = (...[x, y, width, fill]: Bar) =>
  `<rect x="${x}" y="${y}" width="${width}" height="12" rx="6" fill="${fill}"/>`;

const range = (count: number) => Array.from({ length: count }, (_, index) => index);

export const SCENES: Readonly<Record<string, Scene>> = {
  typescript: {
    from: '#2b6fe3',
    to: '#12307c',
    ink: '#ffffff',
    tag: '视频课 · 配速查手册',
    drawing:
      window(
        bar(26, 58, 90, '#7aa8ff') +
          bar(124, 58, 60, '#ffd166') +
          bar(46, 86, 140, '#9be7c4') +
          bar(46, 114, 88, '#ff9f9f') +
          bar(142, 114, 70, '#7aa8ff') +
          bar(46, 142, 170, '#c7d4ff') +
          bar(26, 170, 60, '#ffd166'),
      ) +
      `<g transform="translate(610 250)"><rect width="104" height="104" rx="22" fill="#ffffff"/><text x="52" y="70" font-size="50" font-weight="800" text-anchor="middle" fill="#2b6fe3">TS</text></g>`,
  },
  cloudbase: {
    from: '#18b26b',
    to: '#0a6a4c',
    ink: '#ffffff',
    tag: '实战 · 一个周末',
    drawing: `<g transform="translate(420 84)"><path d="M70 170a58 58 0 0 1 2-116 78 78 0 0 1 148-20 62 62 0 0 1 22 136z" fill="#ffffff" opacity=".95"/>
      <rect x="84" y="84" width="132" height="150" rx="18" fill="#0f2e25"/><rect x="100" y="104" width="100" height="52" rx="10" fill="#3ddc97"/>${bar(100, 170, 100, '#d7f7e8')}${bar(100, 192, 62, '#7fd9b3')}
      <circle cx="246" cy="214" r="34" fill="#ffd166"/><text x="246" y="228" font-size="38" font-weight="800" text-anchor="middle" fill="#7a4b00">¥</text></g>`,
  },
  'first-product': {
    from: '#ffb347',
    to: '#ef6a3a',
    ink: '#3b1600',
    tag: '免费公开课',
    drawing: `<g transform="translate(430 70)"><rect x="20" y="20" width="200" height="250" rx="14" fill="#fffaf0" transform="rotate(-5 120 145)"/>
      <g transform="rotate(-5 120 145)">${bar(50, 60, 120, '#ef6a3a')}${range(5)
        .map((n) => bar(50, 100 + n * 30, n % 2 ? 110 : 140, '#f2d6b5'))
        .join('')}</g>
      <path d="M196 214l74-98c14-18 36-12 38-6s2 30-14 42l-92 74-24 6z" fill="#3b1600"/><circle cx="282" cy="126" r="10" fill="#ffb347"/></g>`,
  },
  architecture: {
    from: '#343d5c',
    to: '#171b2e',
    ink: '#ffffff',
    tag: '小班 · 限 30 人',
    drawing: `<g transform="translate(410 70)" stroke="#8fa3ff" stroke-width="3" fill="none"><path d="M70 80h160M70 80v130M230 80v130M70 210h160M150 80v130" opacity=".6"/></g>
      <g transform="translate(410 70)">${[
        [70, 80, '#ffd166'],
        [230, 80, '#7aa8ff'],
        [70, 210, '#06d6a0'],
        [230, 210, '#ff7b9c'],
        [150, 145, '#ffffff'],
      ]
        .map(
          ([x, y, fill]) =>
            `<rect x="${Number(x) - 36}" y="${Number(y) - 28}" width="72" height="56" rx="14" fill="${fill}"/>`,
        )
        .join('')}</g>`,
  },
  photography: {
    from: '#ffcf8f',
    to: '#d9587a',
    ink: '#3d0b22',
    tag: '手机就够了',
    drawing: `<g transform="translate(440 60)"><rect x="30" y="10" width="190" height="290" rx="30" fill="#2a0f1f"/><clipPath id="p"><rect x="42" y="26" width="166" height="258" rx="18"/></clipPath>
      <g clip-path="url(#p)"><rect x="42" y="26" width="166" height="258" fill="#ff9e7a"/><circle cx="125" cy="150" r="44" fill="#fff0c9"/><path d="M42 214l50-44 40 34 36-52 60 62v80H42z" fill="#7b2d55"/><path d="M42 246h170v50H42z" fill="#4a1838"/></g>
      <g stroke="#fff" stroke-width="1.5" opacity=".55"><path d="M97 26v258M152 26v258M42 112h166M42 198h166"/></g></g>`,
  },
  illustration: {
    from: '#ffe9c7',
    to: '#f2b28a',
    ink: '#4a2a12',
    tag: '会员免费',
    drawing: `<g transform="translate(406 60)"><rect x="10" y="110" width="90" height="190" fill="#e07a5f"/><rect x="110" y="60" width="110" height="240" fill="#3d405b"/><rect x="230" y="140" width="90" height="160" fill="#81b29a"/>
      ${range(12)
        .map(
          (n) =>
            `<rect x="${126 + (n % 3) * 30}" y="${82 + Math.floor(n / 3) * 40}" width="18" height="24" fill="#f4f1de"/>`,
        )
        .join('')}
      <path d="M10 200h90l12 34H-2z" fill="#f4f1de"/>${range(4)
        .map((n) => `<path d="M${-2 + n * 28} 234h15l-3-34h-11z" fill="#e9c46a"/>`)
        .join('')}
      <path d="M10 300h340" stroke="#4a2a12" stroke-width="6" stroke-linecap="round"/><circle cx="290" cy="60" r="34" fill="#fff6e0"/></g>`,
  },
  focus: {
    from: '#5b4bd6',
    to: '#221b63',
    ink: '#ffffff',
    tag: '会员专享 · 21 天',
    drawing: `<g transform="translate(560 200)" fill="none" stroke-linecap="round">${[120, 92, 64].map((r, n) => `<circle r="${r}" stroke="#ffffff" stroke-width="10" opacity=".${2 + n}"/>`).join('')}
      <path d="M0-120A120 120 0 0 1 104 60" stroke="#ffd166" stroke-width="14"/><path d="M0-92A92 92 0 0 1 92 0" stroke="#5ff0c8" stroke-width="14"/><circle r="30" fill="#ffffff"/><path d="M0-16V2l12 8" stroke="#5b4bd6" stroke-width="6"/></g>`,
  },
  'solo-business': {
    from: '#f4efe4',
    to: '#dccfb4',
    ink: '#2d2416',
    tag: '电子书',
    drawing: `<g transform="translate(470 56)"><path d="M20 20h190a16 16 0 0 1 16 16v260H36a24 24 0 0 1-24-24V28z" fill="#23463c"/><path d="M36 272h190v24H36a12 12 0 0 1 0-24z" fill="#fffdf6"/>
      <path d="M60 20v252" stroke="#17332b" stroke-width="4"/><rect x="92" y="64" width="104" height="6" fill="#e0b567"/><text x="144" y="128" font-size="38" font-weight="700" text-anchor="middle" fill="#f6ead0">一个人</text><text x="144" y="172" font-size="24" text-anchor="middle" fill="#f6ead0">的软件生意</text><rect x="92" y="204" width="104" height="6" fill="#e0b567"/></g>`,
  },
  bedtime: {
    from: '#1d2b53',
    to: '#0b1026',
    ink: '#f5f0dc',
    tag: '音频 · 每晚十分钟',
    drawing: `<g transform="translate(400 40)"><path d="M232 70a84 84 0 1 0 66 130 70 70 0 0 1-66-130z" fill="#ffe9a8"/>${range(
      14,
    )
      .map(
        (n) =>
          `<circle cx="${(n * 83) % 330}" cy="${((n * 47) % 190) + 6}" r="${1.5 + (n % 3)}" fill="#ffffff" opacity="${0.4 + (n % 4) * 0.15}"/>`,
      )
      .join('')}
      <path d="M-40 300q90-80 180-20t230-30v140H-40z" fill="#2b3f77"/><path d="M-40 330q110-60 220-10t210-20v100H-40z" fill="#203061"/>
      <g transform="translate(40 262)">${range(9)
        .map(
          (n) =>
            `<rect x="${n * 16}" y="${-12 - ((n * 37) % 40)}" width="8" height="${24 + ((n * 37) % 40) * 2}" rx="4" fill="#ffe9a8" opacity=".9"/>`,
        )
        .join('')}</g></g>`,
  },
  sql: {
    from: '#0fa3b1',
    to: '#064a5c',
    ink: '#ffffff',
    tag: '题库 · 50 题',
    drawing: `<g transform="translate(420 90)"><rect width="280" height="220" rx="16" fill="#ffffff" opacity=".96"/><rect width="280" height="44" rx="16" fill="#ffd166"/><rect y="26" width="280" height="18" fill="#ffd166"/>
      ${range(5)
        .map((row) =>
          range(3)
            .map(
              (column) =>
                `<rect x="${18 + column * 88}" y="${60 + row * 32}" width="${column === 0 ? 40 : 70}" height="14" rx="7" fill="${row === 2 ? '#0fa3b1' : '#d5e6ea'}"/>`,
            )
            .join(''),
        )
        .join('')}
      <circle cx="262" cy="204" r="40" fill="none" stroke="#ff7b54" stroke-width="14"/><path d="M290 232l34 34" stroke="#ff7b54" stroke-width="16" stroke-linecap="round"/></g>`,
  },
};
