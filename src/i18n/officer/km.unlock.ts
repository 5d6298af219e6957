import type { Translation } from "../message.ts";
import type { viUnlock } from "./vi.unlock.ts";

export const kmUnlock = {
  "console.draft-is-kept": "អ្វីដែលអ្នកកំពុងសរសេរនឹងត្រូវបិទត្រានៅលើទំព័រនេះ ហើយនៅដដែលក្រោយពេលអ្នកដោះសោវិញ។",
  "console.passkeys": "Passkey",

  "sign-in.kept": "អ្វីដែលអ្នកកំពុងសរសេរត្រូវបានបិទត្រាសម្រាប់តែអ្នក ហើយនៅដដែល៖ សូមដោះសោដើម្បីសរសេរបន្ត។ កុំផ្ទុកទំព័រនេះឡើងវិញ ឬបិទវា។",
  "sign-in.pause": "ខុសច្រើនដង។ អាចសាកម្តងទៀតក្នុងរយៈពេល {seconds} វិនាទី។",
  "sign-in.or": "ឬ",
  "sign-in.passkey": "ដោះសោដោយ passkey",
  "sign-in.asking-passkey": "សូមធ្វើតាមការណែនាំរបស់ឧបករណ៍៖ ស្នាមម្រាមដៃ មុខ ឬលេខ PIN…",
  "sign-in.no-passkey.address": "Passkey មិនដំណើរការនៅអាសយដ្ឋានជាលេខទេ។ សូមបើកទំព័រតាមឈ្មោះរបស់ប្រអប់សំបុត្រ ឬប្រើឃ្លាសម្ងាត់។",
  "sign-in.no-passkey.browser": "កម្មវិធីរុករកនេះគ្មាន passkey ទេ។ សូមប្រើឃ្លាសម្ងាត់។",
  "sign-in.no-passkey.no-secret": "កម្មវិធីរុករកនេះមាន passkey ប៉ុន្តែមិនអាចគណនាសោសម្ងាត់ពីវាបានទេ (PRF)។ សូមប្រើឃ្លាសម្ងាត់។",
  "sign-in.problem.interrupted": "ទំព័រត្រូវបានបិទពាក់កណ្តាលទី ដូច្នេះមិនទាន់ដោះសោទេ។ សូមសាកម្តងទៀត។",
  "sign-in.problem.passkey-cancelled": "មិនបានប្រើ passkey ទេ៖ ត្រូវបានបោះបង់ ឬអស់ពេល។ សូមសាកម្តងទៀត ឬប្រើឃ្លាសម្ងាត់។",
  "sign-in.problem.passkey-unknown":
    "Passkey នេះមិនបើកតុធ្វើការណាមួយទេ៖ មិនទាន់បានចុះឈ្មោះនៅទីនេះ ឬត្រូវបានដកចេញ។ សូមប្រើឃ្លាសម្ងាត់។",
  "sign-in.problem.passkey-without-secret":
    "ឧបករណ៍ដែលរក្សា passkey នេះមិនអាចគណនាសោសម្ងាត់បានទេ (PRF)។ សូមប្រើឃ្លាសម្ងាត់។",

  "passkeys.title": "ដោះសោដោយ passkey",
  "passkeys.intro":
    "Passkey គឺជាវិធីទីពីរក្នុងការដោះសោ៖ ស្នាមម្រាមដៃ មុខ ឬលេខ PIN របស់ឧបករណ៍ជំនួសឃ្លាសម្ងាត់។ ឃ្លាសម្ងាត់នៅតែប្រើបានជានិច្ច សូមរក្សាវានៅកន្លែងមានសុវត្ថិភាព។",
  "passkeys.shared-device": "កុំចុះឈ្មោះលើឧបករណ៍ដែលប្រើរួមគ្នា៖ អ្នកណាដែលបើកឧបករណ៍បាន ក៏បើកប្រអប់សំបុត្របានដែរ។",
  "passkeys.list": "Passkey របស់អ្នក",
  "passkeys.none": "មិនទាន់មាន passkey ទេ។",
  "passkeys.failed": "មិនអាចទាញយកបញ្ជី passkey បានទេ។ សូមសាកម្តងទៀត។",
  "passkeys.since": "តាំងពី {date}",
  "passkeys.unreadable": "ឈ្មោះបើកមិនបាន",
  "passkeys.remove": "ដកចេញ",
  "passkeys.removed": "បានដកចេញ។ Passkey នេះលែងដោះសោបានហើយ សូមលុបវានៅលើឧបករណ៍ផងដែរ។",
  "passkeys.not-removed": "មិនទាន់ដកចេញបានទេ passkey នេះនៅតែដោះសោបាន។ សូមសាកម្តងទៀត។",
  "passkeys.not-known":
    "មិនទាន់ដឹងថាបានដកចេញ ឬនៅទេ៖ ការតភ្ជាប់បានដាច់។ សូមចាត់ទុកថា passkey នេះនៅតែដោះសោបាន ហើយទាញយកបញ្ជីម្តងទៀត។",
  "passkeys.add": "បន្ថែម passkey",
  "passkeys.label": "ឈ្មោះសម្រាប់ចំណាំ",
  "passkeys.label-hint": "ឧទាហរណ៍៖ ទូរស័ព្ទរបស់ខ្ញុំ។ ឈ្មោះត្រូវបានបិទត្រា ម៉ាស៊ីនបម្រើអានមិនបានទេ។",
  "passkeys.passphrase": "ឃ្លាសម្ងាត់ ម្តងទៀត",
  "passkeys.passphrase-hint": "ដើម្បីកុំឱ្យអ្នកដើរកាត់តុដែលកំពុងបើក បន្ថែម passkey របស់ពួកគេបាន។",
  "passkeys.working": "កំពុងពិនិត្យឃ្លាសម្ងាត់ បន្ទាប់មកឧបករណ៍នឹងសួរស្នាមម្រាមដៃ មុខ ឬលេខ PIN…",
  "passkeys.close": "បិទ",
  "passkeys.added": "បានបន្ថែម។ លើកក្រោយអាចដោះសោដោយ passkey នេះ។",
  "passkeys.problem.missing": "សូមបញ្ចូលទាំងឈ្មោះ និងឃ្លាសម្ងាត់។",
  "passkeys.problem.wrong": "ឃ្លាសម្ងាត់មិនត្រឹមត្រូវទេ។",
  "passkeys.problem.cancelled": "មិនទាន់បានបន្ថែមទេ៖ ត្រូវបានបោះបង់ ឬអស់ពេល។ សូមសាកម្តងទៀត។",
  "passkeys.problem.already-there": "ឧបករណ៍នេះមាន passkey របស់អ្នករួចហើយ។",
  "passkeys.problem.without-secret":
    "ឧបករណ៍ដែលបានជ្រើសមិនអាចគណនាសោសម្ងាត់បានទេ (PRF) ដូច្នេះមិនអាចប្រើដោះសោបាន។ មិនបានបន្ថែមអ្វីទេ សូមជ្រើសឧបករណ៍ផ្សេង។",
  "passkeys.problem.full": "មាន passkey ប្រាំបីរួចហើយ។ សូមដកមួយចេញសិន។",
  "passkeys.problem.failed": "បន្ថែមមិនបានទេ។ សូមសាកម្តងទៀត ហើយបើនៅតែមានបញ្ហា សូមប្រាប់អ្នកគ្រប់គ្រង។",
  "passkeys.problem.unreachable": "មិនអាចភ្ជាប់ទៅម៉ាស៊ីនបម្រើបានទេ។ សូមសាកម្តងទៀត។",
} as const satisfies Translation<typeof viUnlock>;
