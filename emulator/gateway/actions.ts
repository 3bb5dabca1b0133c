import type { Action } from './actionRequest';

const DATABASE_ACTIONS = [
  'database.addCollection',
  'database.insertDocument',
  'database.getDocument',
  'database.calculateDocument',
  'database.modifyDocument',
  'database.modifyAndReturnDoc',
  'database.removeDocument',
  'database.aggregateDocuments',
  'database.startTransaction',
  'database.commitTransaction',
  'database.abortTransaction',
];

/** The handlers behind the protocol's actions. */
export interface ActionHandlers {
  database: Action;
  invokeFunction: Action;
  getUploadMetadata: Action;
  batchGetDownloadUrl: Action;
  batchDeleteFile: Action;
  openApi: Action;
  pay: Action;
}

/** The protocol's 17 actions (cloud-protocol 8.2). */
export function actionTable(handlers: ActionHandlers): Record<string, Action> {
  return {
    ...Object.fromEntries(DATABASE_ACTIONS.map((name) => [name, handlers.database])),
    'functions.invokeFunction': handlers.invokeFunction,
    'storage.getUploadMetadata': handlers.getUploadMetadata,
    'storage.batchGetDownloadUrl': handlers.batchGetDownloadUrl,
    'storage.batchDeleteFile': handlers.batchDeleteFile,
    'wx.openApi': handlers.openApi,
    'wx.wxPayApi': handlers.pay,
  };
}
