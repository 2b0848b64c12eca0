import { expect, it } from 'vitest';
import { generatePassword } from './password';
import { passwordProblem } from './password-rules';

const owner = { email: 'olga.petrova@example.com', name: 'Olga Petrova' };

it.each([
  'correct horse battery staple',
  'eleven blue umbrellas',
  'ünïcödé ünïcödé',
  'olga.petrova likes tea',
  generatePassword(),
])('takes %s', (password) => {
  expect(passwordProblem(password, owner)).toBeNull();
});

it.each([
  ['elevenchars', /at least 12/],
  ['🙂🙂🙂🙂🙂🙂', /at least 12/],
  ['a'.repeat(1025), /at most 1024/],
  ['aaaaaaaaaaaa', /different characters/],
  ['abababababab', /different characters/],
  ['123456789012', /guessed first/],
  ['qwertyuiop123', /guessed first/],
  ['Password1234!', /guessed first, with digits/],
  ['2026-Dragon-2026', /guessed first, with digits/],
  ['olga.petrova@example.com', /own name or address/],
  ['Olga.Petrova1', /own name or address/],
  ['OLGA PETROVA', /own name or address/],
  ['olgapetrova2026', /own name or address/],
  ['Gatehouse2026!', /name of this console/],
])('refuses %s', (password, sentence) => {
  expect(passwordProblem(password, owner)).toMatch(sentence);
});
