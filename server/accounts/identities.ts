/**
 * The WeChat identities a user answers to. A unique index keeps each with one user, and such an index takes
 * two empty lists for the same key; so a user whom no identity reaches carries a word that no openid can be.
 */
const nobody = (userId: string) => `nobody:${userId}`;

const isIdentity = (openid: string) => !openid.startsWith('nobody:');

type Answering = { readonly _id: string; readonly openids: readonly string[] };

/** The real identities among those of a user. */
export const identitiesOf = ({ openids }: Answering): string[] => openids.filter(isIdentity);

/** The identities of a user who answers to one more. */
export const withIdentity = (user: Answering, openid: string): string[] => [
  ...new Set([...identitiesOf(user), openid]),
];

/** The identities of a user who no longer answers to one. */
export const withoutIdentity = (user: Answering, openid: string): string[] => {
  const left = identitiesOf(user).filter((each) => each !== openid);
  return left.length > 0 ? left : unreachable(user._id);
};

/** The identities of a user whom nobody can be any more. */
export const unreachable = (userId: string): string[] => [nobody(userId)];
