/** The fields every message push begins with; the sender is WeChat itself. */
export function pushHead(event: string, atMs: number) {
  return {
    ToUserName: 'gh_local0000000',
    FromUserName: 'oWechatOfficial',
    CreateTime: Math.floor(atMs / 1000),
    MsgType: 'event',
    Event: event,
  };
}
