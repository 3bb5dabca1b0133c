import type { ApiTable } from './asyncApi';
import { asyncApis } from './asyncApi';
import { CANCELLED, openActionSheet } from './panels/actionSheet';
import { openModal, type ModalOptions } from './panels/modal';
import { hideToast, showToast, type ToastOptions } from './panels/toast';

interface ActionSheetOptions {
  itemList: string[];
  itemColor?: string;
  alertText?: string;
}

/** Toasts, dialogs, action sheets. */
export function feedbackApi(): ApiTable {
  return asyncApis({
    showToast: (options: ToastOptions) => showToast(options),
    hideToast,
    showLoading: (options: ToastOptions) => showToast(options, true),
    hideLoading: hideToast,
    showModal: (options: ModalOptions) => openModal(options),
    showActionSheet: async ({ itemList, itemColor, alertText }: ActionSheetOptions) => {
      const tapIndex = await openActionSheet({
        items: itemList,
        ...(itemColor && { color: itemColor }),
        ...(alertText && { title: alertText }),
      });
      if (tapIndex === CANCELLED) throw new Error('cancel');
      return { tapIndex };
    },
  });
}
