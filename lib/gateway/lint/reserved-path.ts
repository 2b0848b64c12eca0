import { finding, type Rule } from './rule';

/** Custom domain names answer these by themselves, for AWS's health checks (facts 01, 1.3). */
const reserved = ['/ping', '/sping'];

export const reservedPath: Rule = ({ snapshot }) =>
  Object.keys(snapshot.resources)
    .filter((path) => reserved.includes(path))
    .map((path) => {
      const sentence =
        'under a custom domain name without base path, AWS answers this path itself: no request arrives.';
      return finding('reserved-path', 'warning', { kind: 'resource', path }, sentence, 'Choose another path.');
    });
