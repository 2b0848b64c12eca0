import type { DnsProviderId } from '@/lib/dns/providers';

/** How one makes a record at a DNS provider, in the words of its own pages. */
export interface ProviderSteps {
  /** As the list of providers calls it. */
  name: string;
  /** Up to the form for a new record; `{zone}` is the customer's zone. */
  open: string[];
  /** What the form calls its fields. */
  fields: { name: string; value: string };
  /** Whether the form wants the name without the zone, or whole. */
  nameAs: 'relative' | 'full';
  /** What to take care of there. */
  notes: string[];
  /** How the zone's own name is led elsewhere, where a CNAME is impossible. */
  apex: string;
}

export type StepsId =
  | Extract<DnsProviderId, 'route53' | 'cloudflare' | 'godaddy' | 'namecheap' | 'google' | 'azure' | 'ovh' | 'ionos'>
  | 'other';

const noApex =
  'This provider has no such record. Use a name like www instead, and forward the bare name to it; or move the DNS to a provider with ALIAS records.';

/** By provider, with a general text last; who is not in the list gets that. */
export const providerSteps: Record<StepsId, ProviderSteps> = {
  route53: {
    name: 'Amazon Route 53',
    open: [
      'Open the Route 53 console and choose “Hosted zones”.',
      'Open {zone} and choose “Create record”.',
      'Choose the record type, and leave “Alias” off.',
    ],
    fields: { name: 'Record name', value: 'Value' },
    nameAs: 'relative',
    notes: ['Leave TTL and routing policy as they are.', 'Changes are there within a minute.'],
    apex: 'An alias record can’t lead to a name outside of your AWS account. Use a name like www, and redirect the bare name to it.',
  },
  cloudflare: {
    name: 'Cloudflare',
    open: [
      'Open the Cloudflare dashboard and choose {zone}.',
      'Open “DNS”, then “Records”, and choose “Add record”.',
      'Choose the type, and switch “Proxy status” to “DNS only”: the cloud has to be grey.',
    ],
    fields: { name: 'Name', value: 'Target' },
    nameAs: 'relative',
    notes: [
      'With an orange cloud Cloudflare answers itself, and neither the certificate nor your visitors reach us.',
      'Changes are there within a minute.',
    ],
    apex: 'Make the CNAME with the name @: Cloudflare turns it into addresses by itself (CNAME flattening).',
  },
  godaddy: {
    name: 'GoDaddy',
    open: [
      'Sign in and open your “Domain Portfolio”.',
      'Choose {zone}, open “DNS”, and choose “Add New Record”.',
      'Choose the type.',
    ],
    fields: { name: 'Name', value: 'Value' },
    nameAs: 'relative',
    notes: [
      'Enter the name without the domain: GoDaddy adds it by itself, and with it there twice the record is at the wrong place.',
      'If a parked or forwarding record has the same name, remove it first.',
    ],
    apex: noApex,
  },
  namecheap: {
    name: 'Namecheap',
    open: [
      'Open “Domain List” and choose “Manage” beside {zone}.',
      'Open the tab “Advanced DNS” and choose “Add New Record”.',
      'Choose the type, such as “CNAME Record”.',
    ],
    fields: { name: 'Host', value: 'Value' },
    nameAs: 'relative',
    notes: ['Enter the host without the domain.', 'Save with the green check mark; it is easily missed.'],
    apex: 'Choose “ALIAS Record” with the host @.',
  },
  google: {
    name: 'Google Cloud DNS or Squarespace',
    open: [
      'Squarespace: open “Domains”, choose {zone}, then “DNS”, “DNS Settings” and “Add record”. Google Cloud: open “Cloud DNS”, the zone, and “Add standard”.',
      'Choose the type.',
    ],
    fields: { name: 'Host (Cloud DNS: DNS name)', value: 'Data (Cloud DNS: Canonical name)' },
    nameAs: 'relative',
    notes: ['Cloud DNS wants a dot at the end of the value, and adds it where it is missing.'],
    apex: 'Cloud DNS: choose the type ALIAS. Squarespace has no such record: use www, and forward the bare name to it.',
  },
  azure: {
    name: 'Azure DNS',
    open: [
      'Open the Azure portal, “DNS zones”, and {zone}.',
      'Choose “Recordsets”, then “Add”.',
      'Choose the type, and leave “Alias record set” at “No”.',
    ],
    fields: { name: 'Name', value: 'Alias' },
    nameAs: 'relative',
    notes: ['Each set of records has one name and one type; a CNAME stands alone at its name.'],
    apex: 'Alias record sets of Azure lead to Azure resources only. Use a name like www, and redirect the bare name to it.',
  },
  ovh: {
    name: 'OVHcloud',
    open: [
      'Open the Control Panel, “Web Cloud”, “Domain names”, and {zone}.',
      'Open the tab “DNS zone” and choose “Add an entry”.',
      'Choose the type.',
    ],
    fields: { name: 'Sub-domain', value: 'Target' },
    nameAs: 'relative',
    notes: [
      'End the target with a dot, or OVHcloud adds your own domain to it.',
      'A change can take up to a few hours there, mostly minutes.',
    ],
    apex: noApex,
  },
  ionos: {
    name: 'IONOS',
    open: [
      'Sign in, open “Domains & SSL”, and {zone}.',
      'Open the tab “DNS” and choose “Add record”.',
      'Choose the type.',
    ],
    fields: { name: 'Host name', value: 'Points to' },
    nameAs: 'relative',
    notes: [
      'Enter the host name without the domain.',
      'IONOS may ask to deactivate records that collide, such as those of its own web space: that is right for this name.',
    ],
    apex: noApex,
  },
  other: {
    name: 'Another provider',
    open: [
      'Sign in where the DNS of {zone} is kept: mostly where the domain was bought.',
      'Open the DNS settings, records or zone of {zone}.',
      'Add a record for each of the following. Remove other records at exactly the same name.',
    ],
    fields: { name: 'Name or host', value: 'Value, target or points to' },
    nameAs: 'relative',
    notes: [
      'Most panels add the domain to the name by themselves. If yours doesn’t, enter the full name.',
      'If your provider can proxy records, switch that off for these.',
    ],
    apex: 'Use a record called ALIAS, ANAME or “CNAME flattening”. Where there is none, use a name like www, and forward the bare name to it.',
  },
};

/** The steps for a provider that was detected; the general ones for who is not in the list. Pure. */
export function stepsIdOf(provider: { id: DnsProviderId } | null): StepsId {
  return provider !== null && provider.id in providerSteps ? (provider.id as StepsId) : 'other';
}
