import * as z from 'zod';
import { defineContract } from '../contract';
import { cursor, fileId, moment, pageOf, requestId, text, userId } from '../fields';
import { ROLES } from './roles';

const role = z.enum(ROLES);
const username = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{3,19}$/);
const password = z.string().min(8).max(72);
const email = z.email().max(254).toLowerCase();
const emailCode = z.string().regex(/^[0-9]{6}$/);
const nickname = text(1, 20);

const profile = z.object({
  userId,
  role,
  nickname: z.string(),
  avatar: fileId.optional(),
  introduction: z.string(),
  username: z.string().optional(),
  email: z.string().optional(),
  member: z.object({ until: moment }).optional(),
  joinedAt: moment,
});

/** WeChat's ids of the templates that the shop sends messages by; without one there are no such messages. */
const messageTemplates = z.object({
  answered: z.string().optional(),
  refunded: z.string().optional(),
  paid: z.string().optional(),
});

export const register = defineContract({
  name: 'register',
  summary:
    'Makes the caller a user; the same WeChat identity again is the same user. Username, password and a verified e-mail are optional, and may be added later by calling again.',
  input: z.strictObject({
    requestId,
    nickname: nickname.optional(),
    username: username.optional(),
    password: password.optional(),
    email: email.optional(),
    emailCode: emailCode.optional(),
  }),
  output: z.object({ userId, role, nickname: z.string() }),
  errors: [
    'USERNAME_TAKEN',
    'USERNAME_FIXED',
    'EMAIL_TAKEN',
    'EMAIL_CODE_WRONG',
    'CONTENT_REJECTED',
  ],
});

export const login = defineContract({
  name: 'login',
  summary: 'Binds this WeChat identity to the account of a username and password.',
  input: z.strictObject({ username, password }),
  output: z.object({ userId, role }),
  errors: ['LOGIN_FAILED'],
});

export const sendEmailCode = defineContract({
  name: 'sendEmailCode',
  summary: 'Sends a six-digit code to an address; answers alike for known and unknown addresses.',
  input: z.strictObject({ email }),
  output: z.object({}),
  errors: ['MAIL_UNAVAILABLE'],
});

export const getMe = defineContract({
  name: 'getMe',
  summary:
    'The caller’s own profile, or none for someone who is not registered; and the message templates that the phone may ask consent for.',
  input: z.strictObject({}),
  output: z.object({
    me: profile.optional(),
    unreadNotices: z.int(),
    /** Whether this WeChat identity came to the account by logging in, and may go back to its own. */
    cameByLogin: z.boolean(),
    /** Whether the shop pays for bringing buyers. */
    hasAffiliates: z.boolean(),
    messageTemplates,
  }),
  errors: [],
});

export const updateProfile = defineContract({
  name: 'updateProfile',
  summary: 'Changes nickname, avatar or introduction after a content check.',
  input: z.strictObject({
    nickname: nickname.optional(),
    avatar: fileId.optional(),
    introduction: text(0, 300).optional(),
  }),
  output: profile,
  errors: ['CONTENT_REJECTED', 'FILE_NOT_ACCEPTED', 'FILE_NOT_UPLOADED'],
});

export const manageMyData = defineContract({
  name: 'manageMyData',
  summary:
    'Exports everything stored about the caller as one JSON file behind a link of ten minutes; or removes what is personal, while trade records stay, under a pseudonym, as law asks; or unbinds this WeChat identity from an account it logged in to and gives it back its own.',
  input: z.discriminatedUnion('action', [
    z.strictObject({ action: z.literal('export') }),
    z.strictObject({ action: z.literal('erase'), confirm: z.literal('注销') }),
    z.strictObject({ action: z.literal('unbind') }),
  ]),
  output: z.object({ url: z.string().optional(), expiresAt: moment.optional() }),
  errors: ['ACCOUNT_IN_USE'],
});

const userRow = z.object({
  userId,
  role,
  nickname: z.string(),
  avatar: fileId.optional(),
  username: z.string().optional(),
  joinedAt: moment,
});

export const manageUsers = defineContract({
  name: 'manageUsers',
  summary:
    'Finds users by the beginning of their nickname or username, newest first; gives one a role with a reason that is kept. For admins, who cannot change their own role.',
  input: z.discriminatedUnion('action', [
    z.strictObject({
      action: z.literal('find'),
      keyword: text(0, 40).optional(),
      cursor: cursor.optional(),
    }),
    z.strictObject({ action: z.literal('setRole'), userId, role, reason: text(2, 200) }),
  ]),
  output: pageOf(userRow),
  errors: ['NOT_FOUND'],
});
