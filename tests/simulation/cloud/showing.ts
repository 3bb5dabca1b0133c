import type { Document } from '../../../emulator/database/bson/value';
import { compileProjection, type Projection } from '../../../emulator/database/projection/project';

/** Whether a projection does no more than name fields to show. */
const isUsual = (fields: Document): boolean => {
  let shown = 0;
  for (const path in fields) {
    if (path === '_id' && fields[path] === false) continue;
    if ((fields[path] !== true && fields[path] !== 1) || /[.$]/.test(path)) return false;
    shown += 1;
  }
  return shown > 0;
};

/** Shows some fields of documents; a projection that is unusual is the emulator's. */
export const showing = (fields: Document, query: Document): Projection => {
  if (!isUsual(fields)) return compileProjection(fields, query);
  const wanted = new Set(Object.keys(fields));
  if (fields['_id'] === false) wanted.delete('_id');
  else wanted.add('_id');
  return (document) => {
    const shown: Document = {};
    for (const field in document) {
      if (wanted.has(field)) shown[field] = document[field] as never;
    }
    return shown;
  };
};
