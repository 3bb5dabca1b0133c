import type { UploadPurpose } from '../../../../../shared/teaching/uploads';
import type { Tap } from '../../../../lib/tap';
import { uploadFile } from '../../../../lib/upload';
import { chooseFile, inAlbum, type ChosenFile, type Source } from './chooseFile';

const HINTS: Partial<Record<UploadPurpose, string>> = {
  cover: '建议 16:9 横图，不超过 5 MB',
  video: 'MP4、MOV，不超过 1 GB',
  audio: '从聊天文件选择 MP3、M4A，不超过 200 MB',
  document: '从聊天文件选择 PDF，不超过 50 MB',
};

const size = (bytes: number): string => {
  const kilobytes = Math.ceil(bytes / 1024);
  return kilobytes < 1024 ? `${kilobytes} KB` : `${Math.ceil(kilobytes / 1024)} MB`;
};

/** The file on its way, and how to stop it: not for the screen, so not in the component's data. */
type Sending = { file?: ChosenFile; stop?: () => void; round: number };
const sendings = new WeakMap<object, Sending>();

/**
 * Chooses a file and sends it to the cloud, with progress, a way to stop and, when the network is lost, to try
 * again without choosing anew. Fires `uploaded` with `{fileId, fileName, filePath}`; `busy` while it sends.
 */
Component({
  properties: {
    purpose: { type: String, value: 'video' },
    /** What is stored now: a picture's file id, or a file's name and bytes. */
    picture: { type: String, value: '' },
    fileName: { type: String, value: '' },
    bytes: { type: Number, value: 0 },
  },

  data: {
    phase: 'idle',
    percent: 0,
    problem: '',
    sendingName: '',
    preview: '',
    hint: '',
    size: '',
    source: 'album' as Source,
  },

  observers: {
    purpose(purpose: UploadPurpose) {
      this.setData({ hint: HINTS[purpose] ?? '', source: inAlbum(purpose) ? 'album' : 'chat' });
    },
    bytes(bytes: number) {
      this.setData({ size: bytes > 0 ? size(bytes) : '' });
    },
  },

  lifetimes: {
    detached() {
      sendings.get(this)?.stop?.();
    },
  },

  methods: {
    async onChooseTap({ currentTarget }: Tap<{ source: Source }>) {
      if (this.data.phase === 'sending') return;
      const { source } = currentTarget.dataset;
      const file = await chooseFile(this.data.purpose as UploadPurpose, source);
      if (file) await this.send(file);
    },

    async onRetryTap() {
      const file = sendings.get(this)?.file;
      if (file && this.data.phase === 'failed') await this.send(file);
    },

    onCancelTap() {
      const sending = sendings.get(this);
      sending?.stop?.();
      sendings.set(this, { round: (sending?.round ?? 0) + 1 });
      this.setData({ phase: 'idle', preview: '' });
      this.triggerEvent('busy', { busy: false });
    },

    async send(file: ChosenFile) {
      const sending: Sending = { file, round: (sendings.get(this)?.round ?? 0) + 1 };
      sendings.set(this, sending);
      this.setData({ phase: 'sending', percent: 0, problem: '', sendingName: file.fileName });
      if (this.data.purpose === 'cover') this.setData({ preview: file.filePath });
      this.triggerEvent('busy', { busy: true });
      const sent = await uploadFile({
        purpose: this.data.purpose as UploadPurpose,
        ...file,
        onProgress: (percent) => this.setData({ percent }),
        onStart: (stop) => Object.assign(sending, { stop }),
      });
      if (sendings.get(this) !== sending) return; // stopped meanwhile
      this.triggerEvent('busy', { busy: false });
      if (!sent.ok) return this.setData({ phase: 'failed', problem: sent.message });
      this.setData({ phase: 'idle' });
      this.triggerEvent('uploaded', { ...file, fileId: sent.fileId });
    },
  },
});
