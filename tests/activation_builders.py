"""An activation request in an officer's hands, with its person in the civil register."""

from absher_desk.operations.activation import activate_account
from absher_desk.operations.civil_register import CivilRecord, enter_records
from absher_desk.operations.claims import claim
from absher_desk.operations.codes import confirm_code, send_code
from absher_desk.printing.folder_printer import PdfFolderPrinter
from absher_desk.printing.printer import PrinterFault
from absher_desk.standards.names import PersonName
from tests.builders import applicant, identity, program_of, register, signed_in

FIRST_CODE = "100000"  # what `CountingDigits` gives first
RECORD = {
    "name_ar": {"first": "فهد", "father": "سعد", "grandfather": "عبدالله", "family": "الدوسري"},
    "name_en": {
        "first": "FAHAD", "father": "SAAD", "grandfather": "ABDULLAH", "family": "ALDOSARI",
    },
    "birth_date": "1990-01-15",
    "birth_date_hijri": "1410-06-18",
    "sex": "M",
    "nationality": "SAU",
    "short_address": "RABC1234",
    "document": {"kind": "identity", "number": "1", "copy": 3, "expires_hijri": "1451-03-20"},
}  # fmt: skip
DIFFERING = {
    "name_ar": PersonName("فهد", "سعد", "عبد الله", "الدوسري"),
    "birth_date_hijri": "1410-06-02",
}


class Branch:
    """One desk with its program, an officer and one claimed request."""

    def __init__(self, desk, **changes):
        self.desk = desk
        program = program_of(desk)
        self.officer = signed_in(desk, "officer", program)
        self.colleague = signed_in(desk, "officer2", program)
        self.program = program
        administrator = signed_in(desk, "administrator", program)
        (self.request_id,) = register(desk, applicant=applicant(1, **changes), program=program)
        enter_records(desk, administrator, [CivilRecord(identity_number=identity(1), data=RECORD)])
        claim(desk, self.officer, self.request_id)

    @classmethod
    def again(cls, branch):
        """The same officer with the next person, who states the same mobile."""
        other = cls.__new__(cls)
        other.__dict__.update(branch.__dict__)
        (other.request_id,) = register(branch.desk, first=2, program=branch.program)
        claim(branch.desk, branch.officer, other.request_id)
        return other

    def lose_claim(self):
        """The lease runs out and a colleague takes the request."""
        self.desk.outside.clock.forward(hours=2)
        claim(self.desk, self.colleague, self.request_id)


def activate_below_the_screen(branch):
    """Confirm a code and activate, as the operations do it."""
    of = (branch.desk, branch.officer, branch.request_id)
    send_code(*of)
    confirm_code(*of, FIRST_CODE)
    answers = {"original-seen": True, "portrait": "match", "fingerprint": "match"}
    activate_account(*of, answers=answers, accepted=())


class CountingPrinter(PdfFolderPrinter):
    """Saves into a folder, remembers what it was given, and fails while it has a fault."""

    def __init__(self, folder):
        super().__init__(folder)
        self.pages = []
        self.fault = ""

    def submit(self, pdf, title, copies=1):
        if self.fault:
            raise PrinterFault(self.fault)
        self.pages.append(pdf)
        return super().submit(pdf, title, copies)
