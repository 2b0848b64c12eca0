import type { ImportedApi } from './imported';

export type BasePathMode = 'ignore' | 'prepend' | 'split';

/**
 * What the parameter `basepath` does with a document's base path: nothing, put it before every path, or all of it but its
 * first segment, which stands for the stage.
 */
export function withBasePath(imported: ImportedApi, mode: BasePathMode): ImportedApi {
  const segments = imported.basePath.split('/').filter((segment) => segment !== '');
  const prefix = mode === 'ignore' ? [] : mode === 'prepend' ? segments : segments.slice(1);
  if (prefix.length === 0) return imported;
  const moved = (path: string) => `/${prefix.join('/')}${path === '/' ? '' : path}`;
  return {
    ...imported,
    paths: imported.paths.map(moved),
    methods: imported.methods.map((method) => ({ ...method, path: moved(method.path) })),
  };
}
