import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';

/** What the system's codes mean to the person who publishes, and what to do. */
const reasons: Record<string, [reason: string, write: string]> = {
  ENOSPC: ['磁盘满了', '腾出空间，再构建一次。'],
  EDQUOT: ['磁盘配额用完了', '腾出空间，再构建一次。'],
  EACCES: ['没有写入的权限', '请管理员给这个文件夹写入权限，或者用 --out 另选一个文件夹。'],
  EPERM: ['没有写入的权限', '请管理员给这个文件夹写入权限，或者用 --out 另选一个文件夹。'],
  EROFS: ['这里只能读，不能写', '用 --out 另选一个文件夹。'],
  EBUSY: [
    '文件夹正被别的程序使用，或者是单独挂载的',
    '关掉正在使用它的程序再试；是单独挂载的，用 --out 选它里面的一个文件夹。',
  ],
  EXDEV: ['文件夹在另一块盘上，或者是单独挂载的', '用 --out 选那块盘里的一个文件夹。'],
  ENOTDIR: ['路径上有一个文件，不是文件夹', '把它移走或改名，或者用 --out 另选一个文件夹。'],
  EEXIST: ['路径上有一个文件，不是文件夹', '把它移走或改名，或者用 --out 另选一个文件夹。'],
  ENAMETOOLONG: ['路径太长', '用 --out 另选一个路径短些的文件夹。'],
  ELOOP: ['链接绕成了圈', '改正链接，或者用 --out 另选一个文件夹。'],
  EIO: ['磁盘读写出错', '检查磁盘，或者用 --out 另选一个文件夹。'],
};
const odd: [string, string] = ['那里有不能照搬的东西，例如管道', '把它移走，再构建一次。'];
const other: [string, string] = ['系统不让写', '查明原因再试，或者用 --out 另选一个文件夹。'];

/** The diagnostic for an error of the file system; undefined for anything else, which is a fault of ours. */
export function diskFault(out: string, error: unknown): Diagnostic | undefined {
  const fault = explain(error);
  return fault && diagnose('OUT-FAILED', { out, ...fault });
}

/** The same in a few words. */
export function diskReason(error: unknown): string | undefined {
  return explain(error)?.reason;
}

function explain(error: unknown): { reason: string; write: string } | undefined {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string' || !(syscall || code.startsWith('ERR_FS_'))) return undefined;
  const [reason, write] = code.startsWith('ERR_FS_') ? odd : (reasons[code] ?? other);
  return { reason: `${reason}（${code}）`, write };
}
