import type { Action } from './action';

/** `database.addCollection`; a collection that exists is an error. */
export const addCollection: Action = ({ parameters, catalogue }) => {
  catalogue.create(parameters.text('collectionName'));
  return {};
};
