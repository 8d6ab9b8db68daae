export { PageForbidden as default } from '@/app/page-forbidden';
