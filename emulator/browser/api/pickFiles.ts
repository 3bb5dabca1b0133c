/** Opens the browser's file chooser. Throws `cancel` when nothing is chosen. */
export function pickFiles(options: { accept: string; multiple: boolean }): Promise<File[]> {
  return new Promise((resolve, reject) => {
    const chooser = document.createElement('input');
    chooser.type = 'file';
    chooser.accept = options.accept;
    chooser.multiple = options.multiple;
    chooser.addEventListener('change', () => resolve([...(chooser.files ?? [])]));
    chooser.addEventListener('cancel', () => reject(new Error('cancel')));
    chooser.click();
  });
}

/**
 * The path by which mini-program code names a chosen file: a blob url, readable until the page reloads.
 * It ends in the file's name, as WeChat's temporary paths end in its extension.
 */
export function tempPath(file: Blob): string {
  const url = URL.createObjectURL(file);
  return file instanceof File ? `${url}#/${encodeURIComponent(file.name)}` : url;
}
