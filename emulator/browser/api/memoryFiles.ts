import { asyncApis, type ApiTable } from './asyncApi';

type Content = string | ArrayBuffer;

interface WriteOptions {
  filePath: string;
  data: Content;
  encoding?: string;
}

interface ReadOptions {
  filePath: string;
  encoding?: string;
}

/** wx.getFileSystemManager over files that live as long as the page: those written here, and temporary blobs. */
export class MemoryFiles {
  private readonly files = new Map<string, Content>();

  manager(): ApiTable {
    return asyncApis({
      writeFile: ({ filePath, data, encoding }: WriteOptions) => {
        this.files.set(filePath, encoding === 'base64' ? fromBase64(data) : data);
      },
      readFile: async (options: ReadOptions) => ({ data: await this.read(options) }),
      unlink: ({ filePath }: ReadOptions) => {
        if (!this.files.delete(filePath)) throw new Error(`no such file or directory ${filePath}`);
      },
      access: ({ path }: { path: string }) => {
        if (!this.files.has(path)) throw new Error(`no such file or directory ${path}`);
      },
      getFileInfo: async ({ filePath }: ReadOptions) => {
        const blob = await this.blob(filePath);
        return { size: blob.size };
      },
    });
  }

  private async read({ filePath, encoding }: ReadOptions): Promise<Content> {
    const blob = await this.blob(filePath);
    if (encoding === undefined) return blob.arrayBuffer();
    if (encoding !== 'base64') return blob.text();
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  }

  private async blob(filePath: string): Promise<Blob> {
    const content = this.files.get(filePath);
    if (content !== undefined) return new Blob([content]);
    const response = await fetch(filePath);
    return response.blob();
  }
}

function fromBase64(data: Content): ArrayBuffer {
  const text = atob(String(data));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0)).buffer;
}
