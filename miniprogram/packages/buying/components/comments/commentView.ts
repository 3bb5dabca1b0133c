import { ago } from '../../../../lib/format';
import type { Comment } from '../../../../../shared/comments/contract';

type Line = Pick<Comment, 'commentId' | 'content' | 'status' | 'author' | 'mine' | 'edited' | 'at'>;

/** What stands in the place of a text that is not shown. */
const silence: Partial<Record<Comment['status'], string>> = {
  deleted: '这条内容已删除',
  hidden: '这条内容已被隐藏',
};

const kindWords: Record<Comment['kind'], string> = { comment: '', question: '提问', rating: '' };

const lineView = (line: Line) => ({
  commentId: line.commentId,
  text: silence[line.status] ?? line.content,
  silent: line.status in silence,
  waiting: line.status === 'pending',
  author: line.author,
  mine: line.mine && !(line.status in silence),
  when: `${ago(line.at)}${line.edited ? ' · 已编辑' : ''}`,
});

/** A comment as the list shows it. */
export const commentView = (comment: Comment) => ({
  ...lineView(comment),
  kindWord: kindWords[comment.kind],
  stars: comment.stars ?? 0,
  replies: comment.replies.map(lineView),
});

export type CommentView = ReturnType<typeof commentView>;
