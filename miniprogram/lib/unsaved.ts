/**
 * Asks before the page is left while something typed is not saved; pass false once it is.
 * Where WeChat is too old to ask (base library before 2.12.0), the page is left unasked.
 */
export const warnBeforeLeaving = (unsaved: boolean): void => {
  if (!wx.canIUse('enableAlertBeforeUnload')) return;
  if (unsaved) wx.enableAlertBeforeUnload({ message: '修改还没有保存，确定要离开吗？' });
  else wx.disableAlertBeforeUnload({});
};
