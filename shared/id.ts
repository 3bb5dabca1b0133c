/** What every id of the shop looks like: a document's, and what links and inputs name it by. */
export const ID = /^[A-Za-z][A-Za-z0-9_-]{3,39}$/;
