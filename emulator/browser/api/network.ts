import type { Host } from '../runtime/host';
import { isOnline } from '../runtime/phone';
import { ApiFailure, asyncApis, type ApiTable } from './asyncApi';
import { ListenerSet } from './listeners';
import { sendHttp, type HttpRequest } from './http';

/** Connectivity and wx.request. */
export function networkApi({ phone }: Host): ApiTable {
  const changes = new ListenerSet();
  const announce = (): void =>
    changes.fire({ isConnected: isOnline(phone), networkType: networkType(isOnline(phone)) });
  for (const event of ['online', 'offline', 'phone-network']) {
    window.addEventListener(event, announce);
  }
  return {
    ...changes.api('NetworkStatusChange'),
    ...new ListenerSet().api('NetworkWeakChange'),
    ...asyncApis({
      getNetworkType: () => ({ networkType: networkType(isOnline(phone)) }),
      request: (request: HttpRequest) => {
        if (!isOnline(phone)) throw lostNetwork();
        return sendHttp(request);
      },
    }),
  };
}

/** The failure WeChat reports when the phone has no network. */
export function lostNetwork(): ApiFailure {
  return new ApiFailure('request:fail net::ERR_INTERNET_DISCONNECTED', {
    errno: 600001,
    errCode: -1,
  });
}

function networkType(online: boolean): string {
  return online ? 'wifi' : 'none';
}
