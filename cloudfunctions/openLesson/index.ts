import { openLesson as contract } from '../../shared/learning/contract';
import { fail, ok } from '../../shared/result';
import { defineFunction } from '../../server/defineFunction';
import { linkTo } from '../../server/learning/links';
import { noteAdmin } from '../../server/learning/noteAdmin';
import { letIn, openingReads } from '../../server/learning/opening';
import { placeOf } from '../../server/learning/place';
import { neighboursOf, watermarkOf } from '../../server/learning/shown';
import { live } from '../../server/live';

export const handler = defineFunction(contract, {
  reads: openingReads,
  run: async (_input, context) => {
    const { caller, found, now } = context;
    const opened = letIn(found, caller, now);
    if (typeof opened === 'string') return fail(opened);

    const { lesson, course, line } = opened;
    const [link, position] = await Promise.all([
      linkTo(lesson.content.file, context),
      placeOf(opened, context),
      noteAdmin(opened, context),
    ]);
    return ok({
      lessonId: lesson._id,
      courseId: course._id,
      title: line.title,
      kind: lesson.content.kind,
      contentVersion: lesson.contentVersion,
      position,
      watermark: watermarkOf(context),
      ...(lesson.content.text !== undefined && { text: lesson.content.text }),
      ...link,
      ...neighboursOf(course, lesson._id),
    });
  },
});

export const main = live(handler);
