"""The words of the undertakings as they were first written; once a form stands, its Word file is the source.

The substance follows the demands of the service-lines page: legal persons only, no advertising from a service
line, sending to the submitted list alone, the topics named in the form, the note and, for 021, the penalty.
Clause 3 is the promise and names the company (service-lines 1000.2, 021.2).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

TITLE = "تعهدنامه تعریف شماره خدماتی (خط {{ line.type }})"
BASMALA = "بسمه تعالی"
SUBJECT = "درخواست تعریف شمارهٔ خدماتی و تعهد به خودداری از ارسال پیامک تبلیغاتی"
GREETING = "با سلام و احترام،"

# One number or several: only the word that names them is conditional, so that the sentence holds for both.
LINE = "خط {{ line.type }} به {% if line.plural %}شماره‌های{% else %}شمارهٔ{% endif %} "

PREAMBLE = (
    "{{ company.legal_name }} به شناسهٔ ملی {{ company.national_id }} و شمارهٔ ثبت "
    "{{ company.registration_number }}، که در این تعهدنامه «شرکت» نامیده می‌شود، درخواست دارد "
    f"{LINE}{{{{ line.numbers }}}} برای ارسال پیامک به مشترکان همراه اول «شمارهٔ خدماتی» تعریف شود و با آگاهی "
    "کامل، بندهای زیر را می‌پذیرد و به آن‌ها متعهد می‌شود:"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a clause, bold or plain."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: the word it is known by, and its pieces."""

    topic: str
    pieces: Sequence[Piece]


def _clause(topic: str, text: str) -> Clause:
    return Clause(topic, (Piece(text),))


_BACKGROUND = _clause(
    "پیشینه",
    "بر پایهٔ اطلاعیهٔ شرکت ارتباطات سیار ایران، که از اول اردیبهشت‌ماه ۱۳۹۲ اجرا می‌شود، شماره‌های فرستندهٔ "
    "پیامک به دو گروه «خدماتی» و «تبلیغاتی» تقسیم شده‌اند و شرکت از آن آگاه است.",
)
_DEFINITIONS = _clause(
    "تعریف‌ها",
    "شمارهٔ خدماتی به شرکت‌ها، ادارات و سازمان‌ها اختصاص دارد؛ محتوای پیامک‌های آن عمومی، مشخص و در محدودهٔ "
    "فعالیت همان مجموعه است، گیرندگان آن معلوم‌اند و خود دریافت پیامک را خواسته‌اند، و هدف آن اطلاع‌رسانی و "
    "خدمت‌رسانی است. هر پیامکی که بدون درخواست و آگاهی دارندهٔ تلفن همراه ارسال شود تبلیغاتی است و به کسانی "
    "که دریافت پیامک تبلیغاتی را بسته‌اند نمی‌رسد.",
)
_PROMISE = Clause(
    "تعهد",
    (
        Piece("{{ company.legal_name }}", bold=True),
        Piece(" متعهد می‌شود از " + LINE),
        Piece("{{ line.numbers }}", bold=True),
        Piece(
            " تنها برای ارسال پیامک خدماتی، به معنای بند ۲، استفاده کند و هیچ‌گونه پیامک تبلیغاتی از آن ارسال "
            "نکند."
        ),
    ),
)
_RECIPIENTS = _clause(
    "گیرندگان",
    "شرکت فقط به مشتریان و مشترکان خود و بر اساس فهرستی که ارائه کرده است پیامک ارسال می‌کند. ارسال پیامک "
    "حتی به یک شمارهٔ خارج از این فهرست، ارسال پیامک تبلیغاتی به شمار می‌رود.",
)
_LIST = _clause(
    "فهرست مشتریان",
    "فهرست شماره‌های همراه اول مشتریان شرکت، شامل ۴۰۰ تا ۵۰۰ شماره، پیوست این تعهدنامه است. شرکت این فهرست را "
    "به‌روز نگه می‌دارد، شماره‌های خارج از جامعهٔ هدف را حذف و شماره‌های جدید را اضافه می‌کند. مجموعهٔ هلدینگ "
    "مجاز به داشتن چند فهرست متفاوت نیست.",
)
_TOPICS = _clause(
    "موضوع پیامک‌ها",
    "شرکت تنها در موضوع‌هایی پیامک ارسال می‌کند که در جدول «مشخصات شمارهٔ خدماتی» آمده است. ارسال پیامک "
    "خارج از این موضوع‌ها نقض این تعهدنامه به شمار می‌رود.",
)
_BREACH = _clause(
    "نقض تعهد",
    "در صورت نقض هر یک از این تعهدات، شرکت تحت پیگرد قانونی قرار می‌گیرد، مسئولیت کامل آن را بر عهده دارد و "
    "همهٔ خسارت‌های مادی و معنوی واردشده به شرکت ارتباطات سیار ایران را جبران می‌کند. همچنین شمارهٔ خدماتی از "
    "فهرست سفید حذف و از حالت خدماتی خارج می‌شود.",
)
_PENALTY = _clause(
    "جریمه",
    "به ازای هر پیامک تبلیغاتی که از شمارهٔ خدماتی به گیرنده‌ای جز مشتریان شرکت ارسال شود، شرکت مبلغ "
    "{{ penalty.per_sms_digits }} ({{ penalty.per_sms_words }}) ریال جریمهٔ نقدی می‌پردازد. افزون بر آن، مبلغ "
    "{{ penalty.fine_digits }} ({{ penalty.fine_words }}) ریال به عنوان جریمه از شرکت دریافت می‌شود و شمارهٔ "
    "متخلف برای همیشه از حالت خدماتی خارج می‌گردد.",
)
_COMPLAINTS = _clause(
    "شکایت‌ها",
    "پاسخ‌گویی به شکایت‌ها و ادعاهای گیرندگان و مراجع قانونی بر عهدهٔ شرکت است. در صورت شکایت گیرندگان یا "
    "مشاهدهٔ تخلف، اپراتور می‌تواند بدون اطلاع قبلی شمارهٔ خدماتی را مسدود کند.",
)
_GUARANTEE = _clause(
    "تضمین",
    "برای تضمین اجرای این تعهدات، سفته به مبلغ {{ guarantee.digits }} ({{ guarantee.words }}) ریال"
    "{% if guarantee.payee %} در وجه {{ guarantee.payee }}{% endif %} همراه این تعهدنامه تحویل می‌شود.",
)
_GUARANTEE_021 = _clause(
    "تضمین",
    "برای تضمین اجرای این تعهدات، سفته به مبلغ {{ guarantee.digits }} ({{ guarantee.words }}) ریال در وجه "
    "{{ guarantee.payee }} همراه این تعهدنامه تحویل می‌شود.",
)

# The last clause stands below the tables it warrants, so that the signatures never stand alone on a page.
LAST = _clause(
    "درستی اطلاعات",
    "شرکت درستی و کامل بودن اطلاعات این تعهدنامه را تضمین می‌کند و هر تغییر در مشخصات شرکت، مدیرعامل یا "
    "نماینده را بی‌درنگ و کتباً اطلاع می‌دهد. این تعهدنامه در تاریخ {{ letter.date }} با آگاهی کامل از همهٔ "
    "بندهای آن تنظیم و امضا شد.",
)

_COMMON = (_BACKGROUND, _DEFINITIONS, _PROMISE, _RECIPIENTS, _LIST, _TOPICS, _BREACH)


@dataclass(frozen=True, slots=True)
class Form:
    """What sets one line's form apart.

    Attributes:
        line: «3000», «1000» or «021».
        clauses: those above the tables, in order; the third is the promise. LAST follows below the tables.
        empty_box: the place of «امضا و مهر نماینده» is printed empty and stays so (service-lines 1000.7).
    """

    line: str
    clauses: Sequence[Clause]
    empty_box: bool = False


FORMS = (
    Form("3000", (*_COMMON, _COMPLAINTS, _GUARANTEE)),
    Form("1000", (*_COMMON, _COMPLAINTS, _GUARANTEE), empty_box=True),
    Form("021", (*_COMMON, _PENALTY, _COMPLAINTS, _GUARANTEE_021)),
)
