import { asyncApis, type ApiTable } from './asyncApi';
import { showToast } from './panels/toast';

/** The clipboard; what was copied is remembered here too, as a browser may refuse to read it back. */
export function clipboardApi(): ApiTable {
  let copied = '';
  return asyncApis({
    setClipboardData: async ({ data }: { data: string }) => {
      copied = data;
      await writeClipboard(data);
      showToast({ title: '内容已复制' });
    },
    getClipboardData: () => ({ data: copied }),
  });
}

/** Copies text if the browser lets us; a page without focus may not. */
export async function writeClipboard(data: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(data);
  } catch {
    return; // wx.getClipboardData still knows it
  }
}
