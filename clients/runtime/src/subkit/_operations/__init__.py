"""What is asked: a call as a value, and the request that it makes."""

from .conditional import Conditions as Conditions
from .endpoint import Api as Api
from .endpoint import Endpoint as Endpoint
from .endpoint import Paging as Paging
from .endpoint import Parameter as Parameter
from .endpoint import RequestBody as RequestBody
from .from_object import conditions_of as conditions_of
from .from_object import patch_arguments as patch_arguments
from .from_object import refreshing as refreshing
from .from_object import replacement_arguments as replacement_arguments
from .operation import Operation as Operation
from .operation import basis_of as basis_of
from .operation import drop_unset as drop_unset
from .operation import id_of as id_of
from .operation import json_text as json_text
from .write_only import WriteOnlyField as WriteOnlyField
from .write_only import keep_secrets as keep_secrets
