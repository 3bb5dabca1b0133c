/**
 * How WeChat wants its notices answered. Anything but code 0 is said again: cloudPay up to two days (C2),
 * virtual payment by its own ladder; the two spell the code differently.
 */
export const callbackReply = (
  event: unknown,
  taken: boolean,
): Readonly<Record<string, number | string>> => {
  const code = taken ? 0 : 1;
  const words = taken ? 'SUCCESS' : 'FAIL';
  const isPush = typeof event === 'object' && event !== null && 'Event' in event;
  return isPush ? { ErrCode: code, ErrMsg: words } : { errcode: code, errmsg: words };
};
