/** WeChat's 点击态 (framework/view/tap): some APIs work only as the direct consequence of a tap, and use it up. */
let held = false;

/**
 * Runs the handlers of a tap. The tap lasts until they return or first wait: iOS forgets it there, so it is
 * forgotten on every phone.
 */
export function whileTapped<T>(handlers: () => T): T {
  held = true;
  try {
    return handlers();
  } finally {
    held = false;
  }
}

/** Whether a tap is under way that nothing has used yet; uses it. */
export function useTap(): boolean {
  const was = held;
  held = false;
  return was;
}
