import type { AppLifecycle } from './appLifecycle';
import type { Phone } from './phone';
import type { Router } from './router';

/** What every wx.* family and built-in component may use. */
export interface Host {
  phone: Phone;
  router: Router;
  lifecycle: AppLifecycle;
}
