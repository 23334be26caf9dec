import type { Account } from '@/api/types';

const bureau = { code: 'STB', name: { zh: '市科技局', en: 'Science Bureau' } };

export const accountFixture: Account = {
  id: '01973c2e-0000-7000-8000-000000000001',
  login: 'wang.wei',
  name: '王伟',
  organisation: bureau,
  state: 'active',
  language: 'zh',
  has_second_factor: true,
  version: 3,
  roles: [
    {
      id: '01973c2e-0000-7000-8000-000000000002',
      role: 'system_admin',
      role_name: { zh: '系统管理员', en: 'system administrator' },
      organisation: bureau,
      from: '2026-01-01T00:00:00Z',
      granted_at: '2026-01-01T00:00:00Z',
      granted_by: 'operator',
      is_held: true,
    },
  ],
};
