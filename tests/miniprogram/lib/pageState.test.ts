import { failed } from '../../../miniprogram/lib/pageState';

describe('a page that cannot be shown', () => {
  it.each([
    ['NETWORK', 'reconnect'],
    ['INTERNAL', 'retry'],
    ['RATE_LIMITED', 'retry'],
    ['NOT_LOGGED_IN', 'login'],
    ['NOT_FOUND', 'leave'],
    ['NOT_ALLOWED', 'leave'],
    ['COURSE_NOT_ON_SALE', 'leave'],
  ] as const)('after %s leads on by: %s', (code, way) => {
    expect(failed({ code, message: '原因' })).toEqual({ status: 'failed', message: '原因', way });
  });
});
