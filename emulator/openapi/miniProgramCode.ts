import { toBuffer } from 'qrcode';
import type { OpenApi } from '../gateway/openApiAction';
import { refuse, text } from './answers';
import { isPage } from './subscribeMessage';

const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/;
const WIDTH = { least: 280, usual: 430, most: 1280 };

/**
 * `wxacode.getUnlimited`: a PNG with a QR code of `page?scene=…`. Real ones are round and only WeChat reads them;
 * this one any camera does.
 */
export function getUnlimitedCode(pages: string[] | undefined): OpenApi {
  return async (params) => {
    const scene = text(params, 'scene');
    const page = text(params, 'page');
    if (!SCENE.test(scene)) return refuse(40169);
    const checked = params['check_path'] === false ? undefined : pages;
    if (!isPage(page, checked)) return refuse(41030);
    const asked = Number(params['width'] ?? WIDTH.usual);
    const width = Math.min(WIDTH.most, Math.max(WIDTH.least, asked));
    const content = await toBuffer(`${page}?scene=${encodeURIComponent(scene)}`, {
      width,
      margin: 2,
    });
    return { contentType: 'image/png', content };
  };
}
