import { Notice } from '@/components/ui/notice';

/** Says that there is no gateway to map to yet. */
export function GatewayMissing() {
  return (
    <Notice tone="amber" title="The shared gateway has not been found yet" className="mb-5 max-w-2xl">
      Gatehouse reads it from AWS about once a minute. It needs the tag gatehouse:gateway, or GATEHOUSE_REST_API_ID
      where there are several REST APIs.
    </Notice>
  );
}
