import { setAhead } from '../../cloudDate';
import type { Phone } from '../runtime/phone';
import { isOnline } from '../runtime/phone';
import { ApiFailure } from './asyncApi';
import { lostNetwork } from './network';

interface CloudAnswer {
  errCode?: number;
  errMsg?: string;
}

/** Asks the local cloud as the person holding the phone. Throws ApiFailure with the cloud's own code and message. */
export async function askCloud<T extends object>(
  phone: Phone,
  path: string,
  body?: object,
): Promise<T> {
  if (!isOnline(phone)) throw lostNetwork();
  const response = await fetch(`/_local/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { 'content-type': 'application/json', 'x-openid': phone.openid },
    body: body ? JSON.stringify(body) : null,
  });
  followClock(response);
  const answer = (await readJson(response)) as T & CloudAnswer;
  const { errCode = 0, errMsg = '' } = answer;
  if (errCode !== 0) throw new ApiFailure(errMsg, { ...answer });
  if (!response.ok) throw new ApiFailure(`${response.status} ${errMsg}`.trim(), { ...answer });
  return answer;
}

/** A phone takes its time from the network: where the cloud's clock was moved, the phone's is, too. */
function followClock({ headers }: Response): void {
  const ahead = headers.get('x-cloud-ahead');
  if (ahead !== null) setAhead(Number(ahead));
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiFailure(`the local cloud answered ${response.status} without JSON`);
  }
}
