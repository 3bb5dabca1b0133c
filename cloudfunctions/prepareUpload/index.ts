import { fail, ok } from '../../shared/result';
import { prepareUpload as contract } from '../../shared/teaching/contract';
import { isAcceptable, UPLOADS } from '../../shared/teaching/uploads';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { uploadPath } from '../../server/teaching/uploads';

export const handler = defineFunction(contract, {
  run: async ({ purpose, fileName, bytes }, { caller, ids }) => {
    const isForTeaching = purpose !== 'avatar';
    if (isForTeaching && caller.actor === 'learner') return fail('NOT_ALLOWED');
    if (!isAcceptable(purpose, fileName, bytes)) return fail('FILE_NOT_ACCEPTED');
    return ok({
      cloudPath: uploadPath(purpose, fileName, { caller, ids }),
      maxBytes: UPLOADS[purpose].maxBytes,
    });
  },
});

export const main = live(handler);
