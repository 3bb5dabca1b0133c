/** What the server accepts (shared/accounts/contract), told before anything is sent; undefined when it is fine. */
export const complaints = {
  username: (value: string) =>
    /^[A-Za-z][A-Za-z0-9_]{3,19}$/.test(value)
      ? undefined
      : '用户名为 4 到 20 位字母、数字或下划线，以字母开头',
  password: (value: string) =>
    value.length >= 8 && value.length <= 72 ? undefined : '密码为 8 到 72 位',
  email: (value: string) =>
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? undefined : '请填写正确的邮箱地址',
  emailCode: (value: string) => (/^[0-9]{6}$/.test(value) ? undefined : '请填写六位验证码'),
} as const;

/** The first complaint about what was typed. */
export const firstComplaint = (
  typed: Partial<Record<keyof typeof complaints, string>>,
): string | undefined => {
  for (const [field, value] of Object.entries(typed)) {
    const complaint = complaints[field as keyof typeof complaints](value);
    if (complaint) return complaint;
  }
  return undefined;
};
