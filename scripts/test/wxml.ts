import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wxmlToJs } from 'miniprogram-compiler';

/** Compiles every template of the mini-program with Tencent's compiler, which refuses what WeChat would refuse. */
const main = async () => {
  const source = join(__dirname, '../../miniprogram');
  const copy = mkdtempSync(join(tmpdir(), 'wxml-'));
  try {
    cpSync(source, copy, { recursive: true, filter: (path) => !path.includes('miniprogram_npm') });
    await wxmlToJs(copy, { maxBuffer: 64 * 1024 * 1024 });
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
};

void main();
