import { type Quotas, quota } from '../../throttle';

const second = 1000;
const everySeconds = (seconds: number) => quota(1, seconds * second);

/**
 * API Gateway's request rates (facts 1.1; docs.aws.amazon.com/apigateway/latest/developerguide/limits.html). CreateRestApi and
 * ImportRestApi have the rate of regional APIs: the sandbox makes no edge ones.
 */
export const quotas: Quotas = {
  total: quota(10, second, 40),
  operations: {
    CreateRestApi: everySeconds(3),
    ImportRestApi: everySeconds(3),
    PutRestApi: everySeconds(1),
    DeleteRestApi: everySeconds(30),
    CreateDomainName: everySeconds(30),
    UpdateDomainName: everySeconds(30),
    DeleteDomainName: everySeconds(30),
    CreateResource: quota(5, second),
    DeleteResource: quota(5, second),
    GetResources: quota(5, 2 * second),
    CreateDeployment: everySeconds(5),
    CreateApiKey: quota(5, second),
    DeleteApiKey: quota(5, second),
    CreateVpcLink: everySeconds(15),
    DeleteVpcLink: everySeconds(30),
    UpdateUsagePlan: everySeconds(20),
    UpdateAccount: everySeconds(20),
    CreateDocumentationVersion: everySeconds(20),
    ImportDocumentationParts: everySeconds(30),
  },
};
