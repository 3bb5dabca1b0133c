import { isPlayed, type LessonMeasure } from '../../shared/learning/study';
import type { Opened } from './opening';

/** Nobody reads faster: three times an ordinary reader of Chinese. */
const CHARACTERS_PER_SECOND = 20;
/** A document is looked through in no less than a third of the time its teacher gives it. */
const DOCUMENT_SPEED = 3;

/**
 * What the server knows of a lesson's length, against claims of a phone: the length measured in the file, else
 * the teacher's minutes less the rounding; for texts the least time they take.
 */
export const measureOf = ({ lesson: { content }, line }: Opened): LessonMeasure => {
  const { kind, file, text = '' } = content;
  if (isPlayed(kind)) {
    return { kind, atLeast: file?.seconds ?? Math.max(0, (line.minutes - 1) * 60) };
  }
  const byText = text.length / CHARACTERS_PER_SECOND;
  const byMinutes = kind === 'document' ? (line.minutes * 60) / DOCUMENT_SPEED : 0;
  return { kind, atLeast: Math.max(byText, byMinutes, 5) };
};
