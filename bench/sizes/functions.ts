import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { functionNames } from '../../scripts/build/functions';
import type { Figure } from '../figure';

type Size = { readonly name: string; readonly bytes: number; readonly gzip: number };

const KILO = 1024;

const sizeOf = (name: string, file: string): Size => {
  const content = readFileSync(file);
  return { name, bytes: content.length / KILO, gzip: gzipSync(content).length / KILO };
};

/** What is uploaded for a function: its own bundle, and the SDK that all have in common. Needs the build. */
export const functionSizes = (root: string): Figure[] => {
  const folder = join(root, 'dist/cloudfunctions');
  const own = functionNames(root)
    .map((name) => sizeOf(name, join(folder, name, 'index.js')))
    .sort((a, b) => b.bytes - a.bytes);
  const [largest, smallest] = [own[0], own.at(-1)];
  if (!largest || !smallest) throw new Error('there are no functions to measure');
  const sdk = sizeOf('SDK', join(folder, largest.name, 'wx-server-sdk.js'));
  const note = `${largest.name}; the smallest, ${smallest.name}, has ${Math.round(smallest.bytes)} kB`;
  return [
    { name: 'functions', value: own.length, unit: '' },
    { name: 'largest function', value: largest.bytes, unit: 'kB', note },
    { name: 'largest function, gzip', value: largest.gzip, unit: 'kB' },
    { name: 'SDK', value: sdk.bytes, unit: 'kB' },
    { name: 'SDK, gzip', value: sdk.gzip, unit: 'kB' },
    { name: 'largest upload', value: largest.bytes + sdk.bytes, unit: 'kB' },
    { name: 'largest upload, gzip', value: largest.gzip + sdk.gzip, unit: 'kB' },
  ];
};
