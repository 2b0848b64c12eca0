import { expect, it } from 'vitest';
import { curlOf } from './curl-of';

const plain = { method: 'GET', headers: [], body: '' } as const;
const curl = 'curl -i https://shop.example.com/';

it('is short for a plain request', () => {
  expect(curlOf(curl, { ...plain, headers: [] })).toBe(curl);
});

it('brings method, headers and body, quoted for a shell', () => {
  expect(curlOf(curl, { method: 'POST', headers: [['X-Who', "O'Neil $HOME"]], body: '{"a": 1}' })).toBe(
    `${curl} -X POST -H 'X-Who: O'\\''Neil $HOME' --data-raw '{"a": 1}'`,
  );
  expect(curlOf(curl, { method: 'HEAD', headers: [['X-Empty', '']], body: '' })).toBe(`${curl} --head -H 'X-Empty;'`);
});
