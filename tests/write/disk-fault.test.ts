import { describe, expect, it } from 'vitest';
import { diskFault } from '../../src/write/disk-fault.ts';

const error = (code: string, syscall?: string) =>
  Object.assign(new Error(code), { code, ...(syscall ? { syscall } : {}) });

describe('what the disk refuses', () => {
  it.each([
    ['ENOSPC', '磁盘满了'],
    ['EDQUOT', '配额'],
    ['EACCES', '没有写入的权限'],
    ['EPERM', '没有写入的权限'],
    ['EROFS', '只能读'],
    ['EBUSY', '正被别的程序使用'],
    ['EXDEV', '另一块盘'],
    ['ENOTDIR', '不是文件夹'],
    ['EIO', '磁盘读写出错'],
    ['EWEIRD', '系统不让写'],
  ])('%s is told in words, with what to do', (code, words) => {
    const fault = diskFault('dist', error(code, 'rename'))!;
    expect(fault.code).toBe('OUT-FAILED');
    expect(fault.message).toMatch(new RegExp(`^往 dist 里写的时候没有写成：.*${words}.*（${code}）。$`));
    expect(fault.hint).toMatch(/。$/);
  });

  it('is told of things that cannot be copied', () => {
    expect(diskFault('dist', error('ERR_FS_CP_FIFO_PIPE'))!.message).toContain('管道');
  });

  it.each([error('ERR_INVALID_ARG_TYPE'), new TypeError('x'), Object.assign(new Error(), { code: 7 })])(
    'is not what is a fault of the program: %s',
    (fault) => {
      expect(diskFault('dist', fault)).toBeUndefined();
    },
  );
});
