/** What a registered user may be. A role is granted by an admin or by deployment, never asked for. */
export const ROLES = ['learner', 'teacher', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Who calls: a person by role, someone not registered yet, or the cloud itself. */
export const ACTORS = ['visitor', ...ROLES, 'timer', 'wechat'] as const;
export type Actor = (typeof ACTORS)[number];
