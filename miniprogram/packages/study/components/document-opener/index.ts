import { say } from '../../../../lib/say';

const WHOLE = { position: 1000, length: 1000 };
const TYPES = ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf'] as const;
type FileType = (typeof TYPES)[number];

/** The type as wx.openDocument wants it; undefined lets WeChat look for itself. */
const typeOf = (fileName: string): FileType | undefined => {
  const ending = fileName.split('.').pop()?.toLowerCase();
  return TYPES.find((type) => type === ending);
};

/** Fetches a document and opens it in WeChat's reader. Fires `place` once opened, `broken` when the link is dead. */
Component({
  properties: { src: { type: String, value: '' }, fileName: { type: String, value: '' } },
  data: { percent: -1 },
  methods: {
    open() {
      if (this.data.percent >= 0) return;
      this.setData({ percent: 0 });
      const task = wx.downloadFile({
        url: this.data.src,
        success: ({ statusCode, tempFilePath }) => this.downloaded(statusCode, tempFilePath),
        fail: () => this.failed(),
        complete: () => this.setData({ percent: -1 }),
      });
      task.onProgressUpdate?.(({ progress }) => this.setData({ percent: progress }));
    },
    downloaded(statusCode: number, filePath: string) {
      if (statusCode !== 200) return this.failed();
      const fileType = typeOf(this.data.fileName);
      wx.openDocument({
        filePath,
        ...(fileType && { fileType }),
        success: () => this.triggerEvent('place', WHOLE),
        fail: () => say('这个文件打不开，请稍后再试'),
      });
    },
    failed() {
      this.triggerEvent('broken');
      say('文件没有下载下来，请再点一次');
    },
  },
});
