import { EventChannel } from '../runtime/eventChannel';
import type { Host } from '../runtime/host';
import { asyncApis, type ApiTable } from './asyncApi';

interface UrlOptions {
  url: string;
}

interface ScrollOptions {
  scrollTop?: number;
  selector?: string;
  offsetTop?: number;
  duration?: number;
}

/** Pages: opening, leaving, scrolling, the bar above them, pull-down. */
export function navigationApi({ router }: Host): ApiTable {
  return asyncApis({
    navigateTo: ({ url, events }: UrlOptions & { events?: Record<string, () => void> }) => {
      const eventChannel = new EventChannel(events);
      router.navigateTo(url, eventChannel);
      return { eventChannel };
    },
    redirectTo: ({ url }: UrlOptions) => router.redirectTo(url),
    reLaunch: ({ url }: UrlOptions) => router.reLaunch(url),
    switchTab: ({ url }: UrlOptions) => router.switchTab(url),
    navigateBack: ({ delta = 1 }: { delta?: number }) => router.goBack(delta),
    enableAlertBeforeUnload: ({ message }: { message: string }) => {
      router.top.leaveQuestion = message;
    },
    disableAlertBeforeUnload: () => {
      router.top.leaveQuestion = null;
    },
    pageScrollTo: (options: ScrollOptions) => scrollPage(router.top.scroller, options),
    setNavigationBarTitle: ({ title }: { title: string }) => {
      router.top.parts.bar.setTitle(title);
      document.title = title;
    },
    setNavigationBarColor: (colors: { frontColor?: string; backgroundColor?: string }) =>
      router.top.parts.bar.setColors(colors.frontColor, colors.backgroundColor),
    showNavigationBarLoading: () => router.top.parts.bar.setLoading(true),
    hideNavigationBarLoading: () => router.top.parts.bar.setLoading(false),
    hideHomeButton: () => router.top.parts.bar.hideLead(),
    startPullDownRefresh: () => router.top.pullDown.begin(),
    stopPullDownRefresh: () => router.top.pullDown.stop(),
    setBackgroundColor: ({ backgroundColor }: { backgroundColor?: string }) => {
      router.top.node.style.backgroundColor = backgroundColor ?? '';
    },
    setBackgroundTextStyle: ({ textStyle }: { textStyle: 'dark' | 'light' }) => {
      router.top.pullDown.node.classList.toggle('mp-light', textStyle === 'light');
    },
  });
}

function scrollPage(scroller: HTMLElement, options: ScrollOptions): void {
  const target = options.selector ? scroller.querySelector(options.selector) : null;
  const from = scroller.getBoundingClientRect().top - scroller.scrollTop;
  const top = target ? target.getBoundingClientRect().top - from : (options.scrollTop ?? 0);
  scroller.scrollTo({
    top: top + (options.offsetTop ?? 0),
    behavior: options.duration === 0 ? 'auto' : 'smooth',
  });
}
