// More of rules-bite.test.ts.
import { biteRules } from '../support/bite-rules.ts';

describe('the adapter rules', () => biteRules(5));
