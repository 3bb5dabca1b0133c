import type { Values } from '../runtime/engine';
import type { Host } from '../runtime/host';
import { button } from './button';
import { canvas } from './canvas';
import { choices } from './choice';
import type { Builtin } from './builtin';
import { defineBuiltin, type CodeSpace } from './define';
import { form } from './form';
import { icon } from './icon';
import { coverImage, image } from './image';
import { input } from './input';
import { label } from './label';
import { audio, video } from './media';
import { movableView } from './movableView';
import { navigator } from './navigator';
import { navigationBar, pageMeta } from './pageMeta';
import { picker } from './picker';
import { pickerView, pickerViewColumn } from './pickerView';
import { plainBuiltins } from './plain';
import { progress } from './progress';
import { richText } from './richText';
import { rootPortal } from './rootPortal';
import { scrollView } from './scrollView';
import { slider } from './slider';
import { swiper } from './swiper';
import { toggleSwitch } from './switch';
import { BUILTIN_TAGS } from './tags';
import { text } from './text';
import { textarea } from './textarea';
import { webView } from './webView';

const ALL: Builtin[] = [
  ...plainBuiltins,
  ...choices,
  audio,
  button,
  canvas,
  coverImage,
  form,
  icon,
  image,
  input,
  label,
  movableView,
  navigationBar,
  navigator,
  pageMeta,
  picker,
  pickerView,
  pickerViewColumn,
  progress,
  richText,
  rootPortal,
  scrollView,
  slider,
  swiper,
  text,
  textarea,
  toggleSwitch,
  video,
  webView,
];

/** Registers every built-in of the tag table. Throws when the table names one that does not exist here. */
export function defineBuiltins(space: {
  codeSpace: CodeSpace;
  templates: Values;
  host: Host;
}): void {
  const byTag = new Map(ALL.map((builtin) => [builtin.tag, builtin]));
  for (const tag of BUILTIN_TAGS) {
    const builtin = byTag.get(tag);
    if (!builtin) throw new Error(`<${tag}> is in the tag table but not defined`);
    defineBuiltin(builtin, space);
  }
}
