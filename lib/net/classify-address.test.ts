import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGuard, parseNetwork } from './address-guard';
import { type AddressKind, classifyAddress } from './classify-address';

const examples: Record<AddressKind, string[]> = {
  public: ['8.8.8.8', '1.1.1.1', '52.94.5.1', '172.15.255.255', '172.32.0.1', '100.63.255.255', '100.128.0.0'].concat([
    '2606:4700::1',
    '2001:4860:4860::8888',
    '2A05:D018::1',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
  ]),
  loopback: [
    '127.0.0.1',
    '127.1.2.3',
    '127.255.255.255',
    '::1',
    '0:0:0:0:0:0:0:1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
  ].concat(['64:ff9b::127.0.0.1', '64:ff9b::7f00:1']),
  private: [
    '10.0.0.5',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    'fd12:3456::1',
    'fc00::1',
    'fec0::1',
    '::ffff:10.0.0.1',
  ].concat(['64:ff9b::10.0.0.1']),
  'link-local': ['169.254.0.1', '169.254.255.255', 'fe80::1', '::ffff:169.254.1.1'],
  metadata: [
    '169.254.169.254',
    '169.254.170.2',
    'fd00:ec2::254',
    'fd00:0ec2:0:0:0:0:0:254',
    '::ffff:169.254.169.254',
  ].concat(['::ffff:a9fe:a9fe', '64:ff9b::a9fe:a9fe', '168.63.129.16', '100.100.100.200']),
  'carrier-nat': ['100.64.0.1', '100.127.255.255', '::ffff:100.64.0.1'],
  multicast: ['224.0.0.1', '239.255.255.255', '255.255.255.255', 'ff02::1'],
  unspecified: ['0.0.0.0', '0.1.2.3', '::', '::ffff:0.0.0.0'],
  tunnel: ['2002:7f00:1::', '2002:a9fe:a9fe::', '2001::1'],
  reserved: ['192.0.2.1', '198.51.100.1', '203.0.113.1', '198.18.0.1', '192.0.0.8', '240.0.0.1', '192.88.99.1'].concat([
    '2001:db8::1',
    '3fff::1',
    '100::1',
    '64:ff9b:1::1',
    '4000::1',
    '::2:3',
    '5f00::1',
  ]),
  none: [
    '',
    'localhost',
    '2130706433',
    '0x7f.1',
    '0177.0.0.1',
    '127.1',
    '1.2.3',
    '1.2.3.4.5',
    '256.1.1.1',
    '127.0.0.1 ',
  ].concat(['fe80::1%eth0', '[::1]', '1.2.3.4/8', ':::', '1::2::3', '127.0.0.01', '١٢٧.0.0.1', '0x7f000001']),
};

describe.each(Object.entries(examples))('%s', (kind, addresses) => {
  it.each(addresses)('%j', (address) => {
    expect(classifyAddress(address)).toBe(kind);
  });
});

const octets = (text: string) => text.split('.').map(Number) as [number, number, number, number];

/** The ranges written out once more, in another way, from IANA's registry. */
function isSpecial(text: string): boolean {
  const [a, b, c] = octets(text);
  return (
    [0, 10, 127].includes(a) ||
    a >= 224 ||
    (a === 100 && b >= 64 && b < 128) ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168) ||
    (a === 192 && b === 0 && (c === 0 || c === 2)) ||
    (a === 192 && b === 88 && c === 99) ||
    (a === 198 && (b === 18 || b === 19)) ||
    (a === 198 && b === 51 && c === 100) ||
    (a === 203 && b === 0 && c === 113) ||
    (a === 192 && b === 31 && c === 196) ||
    (a === 192 && b === 52 && c === 193) ||
    (a === 192 && b === 175 && c === 48) ||
    text === '168.63.129.16'
  );
}

/** Half of them near a border of a range. */
const ipv4 = fc.oneof(
  fc.ipV4(),
  fc
    .tuple(
      fc.constantFrom(0, 10, 100, 127, 168, 169, 172, 192, 198, 203, 223, 224, 240, 255),
      fc.constantFrom(0, 15, 16, 18, 20, 31, 32, 51, 52, 63, 64, 88, 127, 128, 168, 175, 253, 254, 255),
      fc.constantFrom(0, 1, 2, 48, 99, 100, 113, 129, 169, 193, 196),
      fc.nat(255),
    )
    .map((parts) => parts.join('.')),
);

describe('for any address', () => {
  it('agrees with the registry of IPv4', () => {
    fc.assert(
      fc.property(ipv4, (address) => {
        expect(classifyAddress(address) === 'public').toBe(!isSpecial(address));
      }),
      { numRuns: 3000 },
    );
  });

  it('sees through every way to write an IPv4 address into an IPv6 one', () => {
    fc.assert(
      fc.property(
        ipv4,
        fc.constantFrom('::ffff:', '64:ff9b::', '0:0:0:0:0:FFFF:', '64:ff9b:0:0:0:0:'),
        (address, prefix) => {
          const [a, b, c, d] = octets(address);
          const hex = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
          expect(classifyAddress(prefix + address)).toBe(classifyAddress(address));
          expect(classifyAddress(prefix + hex)).toBe(classifyAddress(address));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('never throws, and calls nothing outside of 2000::/3 public', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV6(), fc.string(), fc.domain()), (text) => {
        const kind = classifyAddress(text);
        const public6 = /^[23][\da-f]{3}:/i.test(text);
        const embeds = /^(0:){0,5}:{0,2}(ffff|64:ff9b)/i.test(text) || text.includes('.');
        if (kind === 'public' && !embeds) expect(public6, text).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the guard', () => {
  const guard = createGuard({ allowedNetworks: ['10.1.0.0/16', 'fd12::/16', '127.0.0.9'], sandboxPorts: [8443] });

  it.each([
    ['8.8.8.8', 443, true],
    ['10.1.2.3', 443, true],
    ['::ffff:10.1.2.3', 443, true],
    ['10.2.0.1', 443, false],
    ['fd12:9::1', 1, true],
    ['fd13::1', 1, false],
    ['127.0.0.9', 80, true],
    ['127.0.0.1', 8443, true],
    ['127.0.0.1', 8444, false],
    ['127.0.0.2', 8443, false],
    ['::1', 8443, false],
    ['nonsense', 443, false],
  ])('%s:%d -> %s', (address, port, ok) => {
    expect(guard.check(address, port).ok).toBe(ok);
  });

  it('says what an address is', () => {
    expect(guard.check('10.2.0.1', 443)).toEqual({ ok: false, what: 'a private address' });
  });

  it("lets the sandbox's name servers through, at their port only", () => {
    const sandbox = createGuard({ allowedNetworks: [], sandboxPorts: [8443], sandboxDnsPort: 5353 });
    for (const address of ['127.0.0.1', '127.0.0.2', '127.1.7.255'])
      expect(sandbox.check(address, 5353).ok, address).toBe(true);
    for (const address of ['127.0.0.2', '127.1.7.255']) expect(sandbox.check(address, 8443).ok, address).toBe(false);
    for (const address of ['10.0.0.1', '::1', '::ffff:127.0.0.2', '127.1', '169.254.169.254', '0.0.0.0'])
      expect(sandbox.check(address, 5353).ok, address).toBe(false);
  });

  it('never lets a metadata service through, however much is allowed', () => {
    const open = createGuard({ allowedNetworks: ['0.0.0.0/0', '::/0'], sandboxPorts: [80] });
    expect(open.check('127.0.0.1', 1).ok).toBe(true);
    for (const address of examples.metadata) expect(open.check(address, 80).ok, address).toBe(false);
    for (const address of examples.none) expect(open.check(address, 80).ok, address).toBe(false);
  });

  it.each(['10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', '10/8', 'example.com', 'fd00::/129', ''])(
    'takes no %j',
    (text) => {
      expect(parseNetwork(text)).toBeNull();
    },
  );
});
